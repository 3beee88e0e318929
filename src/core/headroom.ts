import type { Item } from "../schema/catalog.js";
import type { Probe, Scenario, Session } from "../schema/scenario.js";
import { sessionTimes } from "./civilTime.js";
import { activeFacts, type LivedFact, lifeOf } from "./life.js";
import { judge } from "./utility.js";
import type { World } from "./world.js";

/** What there is to gain at a probe by knowing who asks. Utilities are means over personas, in [0, 1]. */
export interface Headroom {
  scenario: string;
  session: string;
  probe: string;
  /** Share of personas for whom each option is among the best. */
  optimal: Record<string, number>;
  random: number;
  bestForAll: number;
  bestPerSegment: number;
  bestPerPerson: number;
  /** The option that serves all best. */
  common: string;
  personas: number;
}

interface Person {
  segment: string;
  life: readonly LivedFact[];
}

/** Headroom of every probe of a scenario with options that matter, over the true facts of all personas. */
export function headroomOf(world: World, scenario: Scenario): Headroom[] {
  const times = sessionTimes(scenario.situation.at, scenario.sessions);
  const people = Object.values(world.personas).map((persona) => ({
    segment: persona.segment,
    life: lifeOf(persona, scenario),
  }));
  return scenario.sessions.flatMap((session, index) =>
    session.probes
      .filter((probe) => probe.slots.length > 0)
      .flatMap((probe) => headroomAt(world, scenario, people, session, probe, times[index] as string) ?? []),
  );
}

function headroomAt(
  world: World,
  scenario: Scenario,
  lives: readonly Person[],
  session: Session,
  probe: Probe,
  at: string,
): Headroom | null {
  const options = (world.catalogs[scenario.catalog]?.items ?? []).filter(({ kind }) => kind === probe.kind);
  if (options.length === 0) return null;
  const { domain, situation } = scenario;
  const moment = { at, domain, place: situation.place, audience: probe.audience };
  const people = lives.map(({ segment, life }) => {
    const facts = activeFacts(life, moment).filter(({ slot }) => probe.slots.includes(slot));
    const judged = judge(world.slots, options, facts, scenario.norms);
    const utilities = new Map(
      judged.options.map(({ id, utility, admissible }) => [id, admissible ? (utility ?? 0) : 0]),
    );
    return { segment, optimum: judged.optimum, utilities };
  });
  if (people.length === 0) return null;
  const served = (item: Item, among = people) => mean(among.map(({ utilities }) => utilities.get(item.id) ?? 0));
  const bestOf = (among = people) =>
    options.reduce((best, item) => (served(item, among) > served(best, among) ? item : best));
  const segments = [...Map.groupBy(people, ({ segment }) => segment).values()];
  const common = bestOf();
  return {
    scenario: scenario.id,
    session: session.id,
    probe: probe.id,
    optimal: Object.fromEntries(
      options.map(({ id }) => [id, mean(people.map(({ optimum }) => (optimum.includes(id) ? 1 : 0)))]),
    ),
    random: mean(options.map((item) => served(item))),
    bestForAll: served(common),
    bestPerSegment:
      segments.reduce((sum, segment) => sum + served(bestOf(segment), segment) * segment.length, 0) / people.length,
    bestPerPerson: mean(people.map(({ utilities }) => Math.max(0, ...utilities.values()))),
    common: common.id,
    personas: people.length,
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
