import type { Item } from "../schema/catalog.js";
import { conditionOf } from "../schema/condition.js";
import type { ProbeRecord } from "../schema/event.js";
import type { Expectation, Norm, Probe } from "../schema/scenario.js";
import type { Knowledge } from "./knowledge.js";
import { activeFacts, type LivedFact, type Moment, mayLearn } from "./life.js";
import { judge, meets } from "./utility.js";
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
 * so whoever chooses right by what can be known applies it. Other known relevant facts are *permitted*.
 * *Forbidden* are facts the audience may not learn and superseded ones whose successor is known.
 */
export function truthAt(probe: Pick<Probe, "slots" | "about">, situation: Situation): Truth {
  const { slots, life, moment, knowledge, options, norms } = situation;
  const active = activeFacts(life, moment);
  const relevant = active.filter((fact) => probe.slots.includes(fact.slot));
  const believed = believedFacts(situation).filter((fact) => probe.slots.includes(fact.slot));
  const judged = judge(slots, options, relevant, norms);
  const best = judge(slots, options, believed, norms).optimum.map(
    (id) => options.find((item) => item.id === id) as Item,
  );
  const expected = expectations(probe, situation, active, believed);
  const known = (fact: LivedFact) => knowledge.sources.has(fact.id);
  const served = (fact: LivedFact) => best.length > 0 && best.every((item) => satisfiedBy(slots, fact, item));
  const applies = (fact: LivedFact) => ["apply", "update"].includes(expected[fact.slot] ?? "");
  const required = relevant.filter(
    (fact) => known(fact) && fact.strength > 0 && applies(fact) && served(fact) && !outranked(situation, fact),
  );
  return {
    required: ids(required),
    permitted: ids(
      relevant.filter((fact) => known(fact) && !required.includes(fact) && mayLearn(fact, moment.audience)),
    ),
    forbidden: ids(life.filter((fact) => !mayLearn(fact, moment.audience) || stale(life, knowledge, fact))),
    uncertain: ids(relevant.filter((fact) => knowledge.uncertain.has(fact.id))),
    known: ids(life.filter(known)).map((fact) => ({ fact, source: knowledge.sources.get(fact) as never })),
    expected,
    options: judged.options,
    optimum: judged.optimum,
    infeasible: judged.infeasible,
    applicable: Object.fromEntries(
      required.map((fact) => [
        fact.id,
        options.filter((item) => satisfiedBy(slots, fact, item)).map((item) => item.id),
      ]),
    ),
  };
}

/** What one who knows all that can be known believes: known facts, unless a known newer one took their place. */
export function believedFacts({
  life,
  moment,
  knowledge,
}: Pick<Situation, "life" | "moment" | "knowledge">): LivedFact[] {
  const known = life.filter(
    (fact) => knowledge.sources.has(fact.id) && !stale(life, knowledge, fact) && begun(fact, moment.at),
  );
  // A fact that drift ended untold is still believed; one that ended by its date in the file is not.
  const open = known.map((fact) => (endedByDrift(life, fact) ? { ...fact, to: null } : fact));
  const held = new Set(activeFacts(open, moment).map((fact) => fact.id));
  return known.filter((fact) => held.has(fact.id));
}

function expectations(
  probe: Pick<Probe, "slots" | "about">,
  situation: Situation,
  active: readonly LivedFact[],
  believed: readonly LivedFact[],
): Record<string, Expectation> {
  const asked = probe.about === undefined ? probe.slots : [...new Set([probe.about, ...probe.slots])];
  const expected: Record<string, Expectation> = {};
  for (const slot of asked) expected[slot] = expectationOf(slot, probe, situation, active, believed);
  for (const fact of active) {
    if (situation.knowledge.sources.has(fact.id)) expected[fact.slot] ??= "ignore";
  }
  return expected;
}

function expectationOf(
  slot: string,
  probe: Pick<Probe, "slots" | "about">,
  situation: Situation,
  active: readonly LivedFact[],
  believed: readonly LivedFact[],
): Expectation {
  const { life, knowledge } = situation;
  const facts = active.filter((fact) => fact.slot === slot);
  const known = facts.filter((fact) => knowledge.sources.has(fact.id));
  if (probe.about === slot && known.length === 0) return "abstain";
  if (facts.length === 0) return "default";
  if (known.length > 0) {
    if (known.every((fact) => outranked(situation, fact))) return "defer";
    return known.some((fact) => fact.supersedes !== null && knowledge.sources.has(fact.supersedes))
      ? "update"
      : "apply";
  }
  const outdated = facts.some(
    (fact) =>
      fact.by === "drift" && life.some((older) => older.id === fact.supersedes && knowledge.sources.has(older.id)),
  );
  if (outdated) return "excused";
  return turnsOnIt(situation, facts, believed) ? "ask" : "default";
}

/** Whether knowing these facts would change which options are best. */
function turnsOnIt(
  { slots, options, norms }: Situation,
  facts: readonly LivedFact[],
  believed: readonly LivedFact[],
): boolean {
  if (options.length === 0) return false;
  const without = judge(slots, options, believed, norms).optimum;
  const withThem = judge(slots, options, [...believed, ...facts], norms).optimum;
  return without.join() !== withThem.join();
}

/** A norm on the fact's own slot that no option can keep together with the fact. */
function outranked({ slots, options, norms }: Situation, fact: LivedFact): boolean {
  const norm = norms.find((rule) => rule.slot === fact.slot);
  if (!norm || options.length === 0) return false;
  const lawful = options.filter(
    (item) => item.attributes[norm.slot] === undefined || meets(slots, norm.slot, conditionOf(norm), item.attributes),
  );
  return !lawful.some((item) => satisfiedBy(slots, fact, item));
}

/** Superseded, and the newer one is known. */
function stale(life: readonly LivedFact[], { sources }: Knowledge, fact: LivedFact): boolean {
  return life.some(
    (newer) =>
      newer.supersedes === fact.id && (sources.has(newer.id) || stale(life, { sources, uncertain: new Set() }, newer)),
  );
}

const endedByDrift = (life: readonly LivedFact[], fact: LivedFact) =>
  life.some((newer) => newer.by === "drift" && newer.supersedes === fact.id);
const begun = (fact: LivedFact, at: string) => fact.from === null || fact.from <= at;
const satisfiedBy = (slots: Vocabulary, fact: LivedFact, item: Item) =>
  meets(slots, fact.slot, fact.condition, item.attributes);
const ids = (facts: readonly LivedFact[]) => facts.map((fact) => fact.id);
