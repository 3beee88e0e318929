import type { AssistantName } from "../schema/event.js";
import type { PlannedTrial } from "../schema/run.js";
import type { AssistantSpec, Suite } from "../schema/suite.js";
import { drawsFor } from "./draws.js";
import type { World } from "./world.js";

/** The arm every other is compared with. */
export const BASELINE = "generic";

/** How an arm is called in tables and files: its id, or what sets it apart. */
export function assistantNameOf(spec: AssistantSpec): AssistantName {
  const { technique, materials, memory } = spec;
  const model = spec.model ?? "offline";
  const parts = [
    technique,
    model === "offline" ? "" : `@${model.replace(/[^\w.-]+/g, "-")}`,
    materials === "own" ? "" : `+${materials}`,
  ];
  return { id: spec.id ?? parts.join(""), technique, model, materials, memory };
}

/** The personas a suite names; all of them in order of their ids where it says `all`. */
export function personasOf({ personas }: Pick<Suite, "personas">, world: Pick<World, "personas">): string[] {
  return personas === "all" ? Object.keys(world.personas).sort() : personas;
}

/** The scenarios a suite names; all of them in order of their ids where it says `all`. */
export function scenariosOf({ scenarios }: Pick<Suite, "scenarios">, world: Pick<World, "scenarios">): string[] {
  return scenarios === "all" ? Object.keys(world.scenarios).sort() : scenarios;
}

/**
 * Every trial of a run, pair by pair: persona, scenario and repeat, and within a pair the baseline first, so that
 * what needs it can be scored as soon as a trial ends.
 */
export function planOf(suite: Suite, world: Pick<World, "personas" | "scenarios">): PlannedTrial[] {
  const arms = suite.assistants.map(assistantNameOf);
  const ordered = [...arms.filter(isBaseline), ...arms.filter((arm) => !isBaseline(arm))];
  const repeats = Array.from({ length: suite.repeats }, (_, repeat) => repeat);
  const pairs = dealt(suite, personasOf(suite, world), scenariosOf(suite, world));
  return pairs.flatMap(([persona, scenario]) =>
    repeats.flatMap((repeat) =>
      ordered.map(({ id: assistant }) => ({
        id: `${persona}.${scenario}.${assistant}.${repeat}`,
        persona,
        scenario,
        assistant,
        repeat,
      })),
    ),
  );
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
 * Persona and scenario pairs. With `scenarios_per_persona` each person gets that many, dealt from one drawn order
 * so that every scenario is played equally often, as far as the numbers divide.
 */
function dealt(suite: Suite, personas: readonly string[], scenarios: readonly string[]): [string, string][] {
  const each = Math.min(suite.scenarios_per_persona ?? scenarios.length, scenarios.length);
  const draws = drawsFor(`${suite.seed}|plan`);
  const people = draws.shuffled("personas", personas);
  const order = draws.shuffled("scenarios", scenarios);
  return personas.flatMap((persona) => {
    const start = people.indexOf(persona) * each;
    const hand = Array.from({ length: each }, (_, card) => order[(start + card) % order.length] as string);
    return hand.sort().map((scenario): [string, string] => [persona, scenario]);
  });
}
