import type { Item } from "../schema/catalog.js";
import type { Probe, Scenario } from "../schema/scenario.js";
import { sessionTimes } from "./civilTime.js";
import { activeFacts, type LivedFact, lifeOf, momentOf } from "./life.js";
import { optionsOf } from "./options.js";
import { judge } from "./utility.js";
import type { World } from "./world.js";

/** What there is to gain at a probe by knowing who asks. Utilities are means over personas, in [0, 1]. */
export interface Headroom {
  scenario: string;
  session: string;
  probe: string;
  /** Share of personas for whom each option is among the best. */
  optimal: Record<string, number>;
  /** The mean utility of each option. */
  worth: Record<string, number>;
  random: number;
  bestForAll: number;
  bestPerSegment: number;
  bestPerPerson: number;
  /** The option that serves all best. */
  common: string;
  personas: number;
}

interface Life {
  segment: string;
  life: readonly LivedFact[];
}

/** One person at a probe: which options are best for them, and the utility of each, 0 where it is ruled out. */
interface Served {
  segment: string;
  optimum: readonly string[];
  utilities: ReadonlyMap<string, number>;
}

/** Headroom of every probe of a scenario with options that matter, over the true facts of all personas. */
export function headroomOf(world: World, scenario: Scenario): Headroom[] {
  const times = sessionTimes(scenario.situation.at, scenario.sessions);
  const lives = Object.values(world.personas).map((persona) => ({
    segment: persona.segment,
    life: lifeOf(persona, scenario),
  }));
  return scenario.sessions.flatMap((session, index) =>
    session.probes.flatMap((probe) => {
      const options = optionsOf(world.catalogs[scenario.catalog], probe.kind);
      if (probe.slots.length === 0 || options.length === 0 || lives.length === 0) return [];
      const people = served(world, scenario, probe, options, lives, times[index] as string);
      return [{ scenario: scenario.id, session: session.id, probe: probe.id, ...gains(people, options) }];
    }),
  );
}

/** What knowing one person gains in a scenario: the mean over its probes with options that matter; null where it has none. */
export function gainOf(
  world: World,
  scenario: Scenario,
  persona: string,
  headroom: readonly Headroom[],
): number | null {
  const person = world.personas[persona];
  const own = headroom.filter((one) => one.scenario === scenario.id);
  if (!person || own.length === 0) return null;
  const alone = headroomOf({ ...world, personas: { [persona]: person } }, scenario);
  const gains = alone.map(({ probe, bestPerPerson, worth }) => {
    const common = own.find((one) => one.probe === probe)?.common ?? "";
    return bestPerPerson - (worth[common] ?? 0);
  });
  return mean(gains);
}

/** What each option would be worth to each person who asks. */
function served(
  { slots }: World,
  scenario: Scenario,
  probe: Probe,
  options: readonly Item[],
  lives: readonly Life[],
  at: string,
): Served[] {
  const moment = momentOf(scenario, at, probe.audience);
  return lives.map(({ segment, life }) => {
    const facts = activeFacts(life, moment).filter(({ slot }) => probe.slots.includes(slot));
    const judged = judge(slots, options, facts, scenario.norms);
    const utilities = new Map(
      judged.options.map(({ id, utility, admissible }) => [id, admissible ? (utility ?? 0) : 0]),
    );
    return { segment, optimum: judged.optimum, utilities };
  });
}

function gains(people: readonly Served[], options: readonly Item[]): Omit<Headroom, "scenario" | "session" | "probe"> {
  const common = bestFor(people, options);
  const segments = [...Map.groupBy(people, ({ segment }) => segment).values()];
  const inSegments = segments.map((some) => worth(bestFor(some, options), some) * some.length);
  return {
    optimal: Object.fromEntries(
      options.map(({ id }) => [id, mean(people.map(({ optimum }) => (optimum.includes(id) ? 1 : 0)))]),
    ),
    worth: Object.fromEntries(options.map((item) => [item.id, worth(item, people)])),
    random: mean(options.map((item) => worth(item, people))),
    bestForAll: worth(common, people),
    bestPerSegment: inSegments.reduce((sum, part) => sum + part, 0) / people.length,
    bestPerPerson: mean(people.map(({ utilities }) => Math.max(0, ...utilities.values()))),
    common: common.id,
    personas: people.length,
  };
}

/** The mean utility of an option to these people. */
const worth = ({ id }: Item, people: readonly Served[]) => mean(people.map(({ utilities }) => utilities.get(id) ?? 0));

/** The first of the options that serve these people best. */
const bestFor = (people: readonly Served[], options: readonly Item[]) =>
  options.reduce((best, item) => (worth(item, people) > worth(best, people) ? item : best));

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
