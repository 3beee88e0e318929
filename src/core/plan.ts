import type { AssistantName, Twin } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import { assistantNameOf, type Suite, type SuiteTask } from "../schema/suite.js";
import { drawsFor } from "./draws.js";
import { swapOf } from "./twin.js";
import type { World } from "./world.js";

/** The arm every other is compared with. */
export const BASELINE = "generic";

/** The personas a suite names; all of them in order of their ids where it says `all`. */
export function personasOf(
  { personas, tasks }: Pick<Suite, "personas" | "tasks">,
  world: Pick<World, "personas">,
): string[] {
  if (tasks) return [...new Set(tasks.map(({ persona }) => persona))];
  return personas === "all" ? Object.keys(world.personas).sort() : personas;
}

/** The scenarios a suite names; all of them in order of their ids where it says `all`. */
export function scenariosOf(
  { scenarios, tasks }: Pick<Suite, "scenarios" | "tasks">,
  world: Pick<World, "scenarios">,
): string[] {
  if (tasks) return [...new Set(tasks.map(({ scenario }) => scenario))];
  return scenarios === "all" ? Object.keys(world.scenarios).sort() : scenarios;
}

/** Who and what is played of a suite: left out, all of it. */
export interface Narrowing {
  personas?: readonly string[] | undefined;
  scenarios?: readonly string[] | undefined;
}

/**
 * Every trial of a run, pair by pair: persona, scenario and repeat, and within a pair the baseline first, so that
 * what needs it can be scored as soon as a trial ends. Scenarios are dealt for the whole suite before it is narrowed, so
 * that a person is played in the same ones alone and among all. Scenarios that are asked for are played with everyone,
 * but where the suite has tasks: of those the ones are left that have who and what is asked for, which may be none. The twins of a pair come behind it.
 */
export function planOf(
  suite: Suite,
  world: Pick<World, "slots" | "personas" | "scenarios">,
  only: Narrowing = {},
): PlannedTrial[] {
  const arms = suite.assistants.map(assistantNameOf);
  const ordered = [...arms.filter(isBaseline), ...arms.filter((arm) => !isBaseline(arm))];
  const repeats = Array.from({ length: suite.repeats }, (_, repeat) => repeat);
  return pairsOf(suite, world, only).flatMap(([persona, scenario]) =>
    [null, ...twinsFor(suite, world, persona, scenario)].flatMap((twin) =>
      repeats.flatMap((repeat) =>
        ordered.map(({ id: assistant }) => ({
          id: `${persona}${twin ? `~${twin.fact}` : ""}.${scenario}.${assistant}.${repeat}`,
          ...{ persona, ...(twin ? { twin } : {}), scenario, assistant, repeat },
        })),
      ),
    ),
  );
}

/** Persona and scenario pairs, people in the suite's order. Whom the suite does not name plays all its scenarios. */
function pairsOf(suite: Suite, world: Pick<World, "personas" | "scenarios">, only: Narrowing): [string, string][] {
  if (suite.tasks) return tasksLeft(suite.tasks, only);
  const personas = personasOf(suite, world);
  const scenarios = scenariosOf(suite, world);
  const hands = dealt(suite, personas, scenarios);
  const wanted = new Set(only.personas ?? personas);
  const people = [...new Set([...personas, ...wanted])].filter((id) => wanted.has(id));
  return people.flatMap((persona) => {
    const hand = only.scenarios ?? hands.get(persona) ?? scenarios;
    return [...new Set(hand)].sort().map((scenario): [string, string] => [persona, scenario]);
  });
}

function tasksLeft(tasks: readonly SuiteTask[], { personas, scenarios }: Narrowing): [string, string][] {
  const people = personas && new Set(personas);
  const plays = scenarios && new Set(scenarios);
  return tasks
    .filter(({ persona, scenario }) => (people?.has(persona) ?? true) && (plays?.has(scenario) ?? true))
    .map(({ persona, scenario }) => [persona, scenario]);
}

/** So many twins of a person, drawn among those whose fact matters to a probe of the scenario. */
function twinsFor(
  suite: Suite,
  world: Pick<World, "slots" | "personas" | "scenarios">,
  persona: string,
  scenario: string,
): Twin[] {
  const person = world.personas[persona];
  if (suite.counterfactuals === 0 || !person) return [];
  const asked = new Set(
    world.scenarios[scenario]?.sessions.flatMap(({ probes }) => probes.flatMap((probe) => probe.slots)),
  );
  const twins = person.facts
    .filter(({ slot, strength }) => asked.has(slot) && strength > 0)
    .flatMap(({ id }) => {
      const swap = swapOf(person, id, world);
      return "twin" in swap ? [swap.twin] : [];
    });
  return drawsFor(`${suite.seed}|twins|${persona}|${scenario}`)
    .shuffled("facts", twins)
    .slice(0, suite.counterfactuals);
}

/** What an arm is compared with: the baseline on the same model; where there is none, the first. Of a baseline, itself. */
export function baselineFor<Arm extends Pick<AssistantName, "technique" | "materials" | "model">>(
  arm: Pick<AssistantName, "model">,
  arms: readonly Arm[],
): Arm | undefined {
  const baselines = arms.filter(isBaseline);
  return baselines.find(({ model }) => model === arm.model) ?? baselines[0];
}

/** Whether an arm is what gains are measured against: the generic technique without anyone's materials. */
export function isBaseline({ technique, materials }: Pick<AssistantName, "technique" | "materials">): boolean {
  return technique === BASELINE && materials === "own";
}

/**
 * The scenarios of each person. With `scenarios_per_persona` each gets that many, dealt from one drawn order so that
 * every scenario is played equally often, as far as the numbers divide.
 */
function dealt(suite: Suite, personas: readonly string[], scenarios: readonly string[]): Map<string, string[]> {
  const each = Math.min(suite.scenarios_per_persona ?? scenarios.length, scenarios.length);
  const draws = drawsFor(`${suite.seed}|plan`);
  const people = draws.shuffled("personas", personas);
  const order = draws.shuffled("scenarios", scenarios);
  const hands = people.map((persona, place): [string, string[]] => {
    const cards = Array.from({ length: each }, (_, card) => order[(place * each + card) % order.length] as string);
    return [persona, cards];
  });
  return new Map(hands);
}
