import { type Condition, conditionOf } from "../schema/condition.js";
import type { TruthFact } from "../schema/event.js";
import type { Fact, Persona } from "../schema/persona.js";
import type { Scenario } from "../schema/scenario.js";
import { sessionTimes } from "./civilTime.js";
import { remembered } from "./remembered.js";

/** A fact as it holds in one scenario: with the dates between which it does, and what decides them. */
export interface LivedFact {
  id: string;
  slot: string;
  condition: Condition;
  strength: number;
  veto: boolean;
  disclose: Fact["disclose"];
  share_with: readonly string[] | null;
  when: Fact["when"];
  from: string | null;
  to: string | null;
  by: "file" | "drift";
  /** Of a drifted fact: the session it is told in, `by-behaviour` or `never`. */
  told: string | null;
  /** The id of the fact it takes the place of. */
  supersedes: string | null;
  say: readonly string[];
}

/** Where and for whom a fact is looked at. */
export interface Moment {
  at: string;
  domain: string;
  place: string;
  audience: readonly string[];
}

/** The moment of a scenario at a time and before an audience; the person alone, where none is named. */
export function momentOf({ domain, situation }: Scenario, at: string, audience: readonly string[] = ["self"]): Moment {
  return { at, domain, place: situation.place, audience };
}

/**
 * Every fact of a person in a scenario: those of the file, demographics and traits (`demographics.age`),
 * and those that drift brings (`budget@s2`), which end the ones they replace.
 */
export function lifeOf(persona: Persona, scenario: Scenario): LivedFact[] {
  const facts = [...attributeFacts(persona), ...persona.facts.map(fromFile)];
  linkSuperseded(facts);
  const times = sessionTimes(scenario.situation.at, scenario.sessions);
  scenario.sessions.forEach((session, index) => {
    for (const { slot, told } of session.drift) drift(persona, facts, slot, session.id, times[index] as string, told);
  });
  return facts;
}

/** The facts that hold at a moment. On one slot the most specific true `when` wins. */
export function activeFacts(life: readonly LivedFact[], moment: Moment): LivedFact[] {
  const holding = life.filter((fact) => holdsAt(fact, moment.at) && concerns(fact, moment));
  const specific = new Map<string, number>();
  for (const fact of holding) specific.set(fact.slot, Math.max(specific.get(fact.slot) ?? 0, specificity(fact)));
  return holding.filter((fact) => specificity(fact) === specific.get(fact.slot));
}

/** Whether everyone of an audience may learn a fact. The person always may. */
export function mayLearn(fact: Pick<LivedFact, "share_with">, audience: readonly string[]): boolean {
  const allowed = fact.share_with;
  return allowed === null || audience.every((reader) => reader === "self" || allowed.includes(reader));
}

/** A lived fact as it is written into the log. */
export function truthOf({ id, slot, condition, from, to, by, told }: LivedFact): TruthFact {
  return { fact: id, slot, condition, from, to, by, told };
}

/** Whether a fact has begun and has not ended by a time. */
function holdsAt(fact: Pick<LivedFact, "from" | "to">, at: string): boolean {
  return hasBegun(fact, at) && (fact.to === null || at < fact.to);
}

/** Whether a fact has begun by a time, ended or not. */
export function hasBegun({ from }: Pick<LivedFact, "from">, at: string): boolean {
  return from === null || from <= at;
}

/** The facts whose place this one took, nearest first. */
export function predecessors(life: readonly LivedFact[], { supersedes }: LivedFact): LivedFact[] {
  if (supersedes === null) return [];
  const before = life.find(({ id }) => id === supersedes);
  return before ? [before, ...predecessors(life, before)] : [];
}

/** The facts that took the place of a fact, at once or later. */
export function successors(life: readonly LivedFact[], fact: LivedFact): readonly LivedFact[] {
  return successorsIn(life).get(fact) ?? [];
}

const successorsIn = remembered((life: readonly LivedFact[]) => {
  const links = life.flatMap((newer) => predecessors(life, newer).map((older) => ({ older, newer })));
  return new Map(
    [...Map.groupBy(links, ({ older }) => older)].map(([older, all]) => [older, all.map(({ newer }) => newer)]),
  );
});

function concerns({ when }: LivedFact, { domain, place, audience }: Moment): boolean {
  if (!when) return true;
  const reader = when.audience === undefined || audience.includes(when.audience);
  return reader && (when.domain ?? domain) === domain && (when.place ?? place) === place;
}

const specificity = ({ when }: LivedFact) => Object.keys(when ?? {}).length;

function fromFile(fact: Fact): LivedFact {
  return {
    id: fact.id,
    slot: fact.slot,
    condition: conditionOf(fact),
    strength: fact.strength,
    veto: fact.veto,
    disclose: fact.disclose,
    share_with: fact.share_with ?? null,
    when: fact.when,
    from: fact.since ?? null,
    to: fact.until ?? null,
    by: "file",
    told: null,
    supersedes: null,
    say: fact.say,
  };
}

function attributeFacts({ demographics, traits }: Persona): LivedFact[] {
  const named = [
    ...Object.entries(demographics).map(([slot, value]) => ({ id: `demographics.${slot}`, slot, is: value })),
    ...Object.entries(traits).map(([slot, value]) => ({ id: `traits.${slot}`, slot, is: value })),
  ];
  return named.map((fact) => fromFile({ ...fact, strength: 0, veto: false, disclose: "if-asked", later: [], say: [] }));
}

/** A fact that begins where an older one on its slot ends takes its place. */
function linkSuperseded(facts: LivedFact[]): void {
  for (const fact of facts) {
    const { slot, from } = fact;
    if (from === null) continue;
    const before = facts.find((older) => older.slot === slot && older.to === from && !startsAt(older, from));
    fact.supersedes = before?.id ?? null;
  }
}

/** Without this a fact that ends as it begins could take its own place. */
const startsAt = (fact: LivedFact, at: string) => fact.from !== null && fact.from >= at;

function drift(persona: Persona, facts: LivedFact[], slot: string, session: string, at: string, told: string): void {
  for (const source of persona.facts.filter((fact) => fact.slot === slot)) {
    const change = source.later.find((step) => step.at === session);
    const before = facts.findLast((fact) => fact.id === source.id || fact.id.startsWith(`${source.id}@`));
    if (!change || !before || !holdsAt(before, at)) continue;
    before.to = at;
    const id = `${source.id}@${session}`;
    const condition = conditionOf(change);
    facts.push({
      ...before,
      id,
      condition,
      from: at,
      to: source.until ?? null,
      by: "drift",
      told,
      supersedes: before.id,
      say: change.say,
    });
  }
}
