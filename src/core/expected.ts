import type { Item } from "../schema/catalog.js";
import type { ProbeRecord } from "../schema/event.js";
import type { Expectation, Norm, Probe } from "../schema/scenario.js";
import type { Knowledge } from "./knowledge.js";
import { activeFacts, hasBegun, type LivedFact, type Moment, mayLearn, predecessors, successors } from "./life.js";
import { judge, meets, outranked } from "./utility.js";
import type { Vocabulary } from "./world.js";

/** What a probe is judged against. */
export interface Situation {
  slots: Vocabulary;
  life: readonly LivedFact[];
  moment: Moment;
  knowledge: Knowledge;
  options: readonly Item[];
  norms: readonly Norm[];
}

/** The part of a probe's record that is computed before any reply. */
export type Truth = Pick<
  ProbeRecord,
  | "required"
  | "permitted"
  | "forbidden"
  | "uncertain"
  | "known"
  | "expected"
  | "options"
  | "optimum"
  | "infeasible"
  | "applicable"
>;

/**
 * What is right at a probe. Utilities and the optimum are those of the true facts. A fact is *required* if it is
 * relevant, active, known, outranked by nothing and satisfied by every option that is best by all that is known:
 * so whoever chooses right by what can be known applies it. Other known facts that matter are *permitted*.
 * *Forbidden* are facts the audience may not learn, even those it takes to choose right, and superseded ones whose
 * successor is known.
 */
export function truthAt(probe: Pick<Probe, "slots" | "about">, situation: Situation): Truth {
  const { slots, life, moment, knowledge, options, norms } = situation;
  const active = activeFacts(life, moment);
  const relevant = active.filter((fact) => probe.slots.includes(fact.slot));
  const mattering = active.filter((fact) => slotsOf(probe).includes(fact.slot));
  const believed = believedFacts(situation).filter((fact) => probe.slots.includes(fact.slot));
  const judged = judge(slots, options, relevant, norms);
  const best = judge(slots, options, believed, norms).optimum;
  const expected = expectations(probe, situation, active, believed);
  const applicable = (fact: LivedFact) => options.filter((item) => satisfiedBy(slots, fact, item)).map(({ id }) => id);
  const known = (fact: LivedFact) => knowledge.sources.has(fact.id);
  const served = (fact: LivedFact) => best.length > 0 && best.every((id) => applicable(fact).includes(id));
  const applies = (fact: LivedFact) => ["apply", "update"].includes(expected[fact.slot] ?? "");
  const counts = (fact: LivedFact) => fact.strength > 0 || fact.veto;
  const required = relevant.filter(
    (fact) => known(fact) && counts(fact) && applies(fact) && served(fact) && !outranked(slots, options, fact, norms),
  );
  const permitted = mattering.filter(
    (fact) => known(fact) && !required.includes(fact) && mayLearn(fact, moment.audience),
  );
  return {
    required: ids(required),
    permitted: ids(permitted),
    forbidden: ids(life.filter((fact) => !mayLearn(fact, moment.audience) || isStale(fact, situation))),
    uncertain: ids(mattering.filter((fact) => knowledge.uncertain.has(fact.id))),
    known: life.flatMap(({ id }) => {
      const source = knowledge.sources.get(id);
      return source === undefined ? [] : [{ fact: id, source }];
    }),
    expected,
    options: judged.options,
    optimum: judged.optimum,
    infeasible: judged.infeasible,
    applicable: Object.fromEntries(required.map((fact) => [fact.id, applicable(fact)])),
  };
}

/**
 * What one who knows all that can be known believes: known facts that have begun, unless a known newer one took their
 * place. A change nobody told is not in it: what it ended is still believed.
 */
export function believedFacts(situation: Pick<Situation, "life" | "moment" | "knowledge">): LivedFact[] {
  const { life, moment, knowledge } = situation;
  const known = life.filter(
    (fact) => knowledge.sources.has(fact.id) && !isStale(fact, situation) && hasBegun(fact, moment.at),
  );
  const replaced = new Set(life.map(({ supersedes }) => supersedes));
  const open = known.map((fact) => (replaced.has(fact.id) ? { ...fact, to: null } : fact));
  const held = new Set(ids(activeFacts(open, moment)));
  return known.filter((fact) => held.has(fact.id));
}

function expectations(
  probe: Pick<Probe, "slots" | "about">,
  situation: Situation,
  active: readonly LivedFact[],
  believed: readonly LivedFact[],
): Record<string, Expectation> {
  const expected = slotsOf(probe).flatMap((slot): [string, Expectation][] => {
    const right = expectationOf(slot, probe.about === slot, situation, active, believed);
    return right === null ? [] : [[slot, right]];
  });
  const idle = active.filter(({ id, slot }) => situation.knowledge.sources.has(id) && !slotsOf(probe).includes(slot));
  return Object.fromEntries([...expected, ...idle.map(({ slot }): [string, Expectation] => [slot, "ignore"])]);
}

/** What is right on one slot; null where that hangs on a disclosure that is not certain. */
function expectationOf(
  slot: string,
  asked: boolean,
  situation: Situation,
  active: readonly LivedFact[],
  believed: readonly LivedFact[],
): Expectation | null {
  const { slots, life, knowledge, options, norms } = situation;
  const isKnown = ({ id }: LivedFact) => knowledge.sources.has(id);
  const facts = active.filter((fact) => fact.slot === slot);
  const known = facts.filter(isKnown);
  const changed = (list: readonly LivedFact[]) => list.some((fact) => predecessors(life, fact).some(isKnown));
  if (known.length > 0) {
    if (known.every((fact) => outranked(slots, options, fact, norms))) return "defer";
    return changed(known) ? "update" : "apply";
  }
  if (changed(facts)) return "excused";
  if (facts.some(({ id }) => knowledge.uncertain.has(id))) return null;
  if (asked) return "abstain";
  return turnsOn(slot, facts, situation, believed) ? "ask" : "default";
}

/** Whether knowing the facts on a slot would change which options are best. */
function turnsOn(
  slot: string,
  facts: readonly LivedFact[],
  { slots, options, norms }: Situation,
  believed: readonly LivedFact[],
): boolean {
  const others = believed.filter((fact) => fact.slot !== slot);
  const without = judge(slots, options, believed, norms).optimum;
  const withThem = judge(slots, options, [...others, ...facts], norms).optimum;
  return facts.length > 0 && without.join() !== withThem.join();
}

/** Superseded, and what took its place, at once or later, holds and is known. */
function isStale(
  fact: LivedFact,
  { life, moment, knowledge }: Pick<Situation, "life" | "moment" | "knowledge">,
): boolean {
  return successors(life, fact).some((newer) => knowledge.sources.has(newer.id) && hasBegun(newer, moment.at));
}

function slotsOf({ slots, about }: Pick<Probe, "slots" | "about">): string[] {
  return about === undefined ? slots : [...new Set([about, ...slots])];
}

const satisfiedBy = (slots: Vocabulary, fact: LivedFact, item: Item) =>
  meets(slots, fact.slot, fact.condition, item.attributes);
const ids = (facts: readonly LivedFact[]) => facts.map((fact) => fact.id);
