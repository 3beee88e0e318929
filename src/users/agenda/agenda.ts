import type { Draws } from "../../core/draws.js";
import type { Knobs } from "../../core/knobs.js";
import type { LivedFact } from "../../core/life.js";
import type { Vocabulary } from "../../core/world.js";
import type { HeardAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { Goal } from "../../schema/scenario.js";
import type { Act } from "./acts.js";

/** Goal, stack of acts and patience of one session. */
export interface Agenda {
  goal: Goal | null;
  /** What this person insists on and may tell: constraints in the goal's order. */
  constraints: readonly LivedFact[];
  /** Acts to come; the last is the next. */
  stack: Act[];
  patience: number;
  full: number;
  item: Item | null;
  /** What the person put aside to see something else, with nothing against it. */
  aside: Item | null;
  rejected: Set<string>;
  relaxed: Set<string>;
  filled: Set<string>;
  /** Requests made in the last turn, and how often each was made in vain. */
  requested: readonly string[];
  vain: Map<string, number>;
  accepted: boolean;
  over: boolean;
  gaveUp: boolean;
  proposals: number;
  /** What the assistant did last, to notice when it only says the same again. */
  before: readonly HeardAct[];
}

/** What the agenda looks at when it takes in what was heard. */
export interface Circumstances {
  slots: Vocabulary;
  options: readonly Item[];
  /** Facts on a slot that hold now and may be told to whoever asks. */
  factsOn(slot: string): readonly LivedFact[];
  /** Whether this person has something on a slot that only a beat may bring out. */
  keeps(slot: string): boolean;
  knobs: Knobs;
  draws: Draws;
  /** Whether a fact was told in this trial. */
  toldBefore(fact: LivedFact): boolean;
}

/** A new agenda: the goal's first words on top, below them what this person would say unasked. */
export function newAgenda(goal: Goal | null, constraints: readonly LivedFact[], { patience }: Knobs): Agenda {
  const volunteered = constraints.filter(({ disclose }) => disclose === "open");
  const stack: Act[] = [...volunteered].reverse().map((fact) => ({ intent: "inform", fact }));
  if (goal) stack.push({ intent: "open" });
  return {
    ...{ goal, constraints, stack, patience: Math.round(patience), full: Math.max(1, Math.round(patience)) },
    ...{
      item: null,
      aside: null,
      rejected: new Set(),
      relaxed: new Set(),
      filled: new Set(),
      requested: [],
      vain: new Map(),
    },
    ...{ accepted: false, over: goal === null, gaveUp: false, proposals: 0, before: [] },
  };
}

/** Puts an act on top; of most intents only the newest stays. */
export function push(agenda: Agenda, act: Act): void {
  if (act.intent !== "answer") drop(agenda, act.intent);
  agenda.stack.push(act);
}

/** Takes all acts of some intents off the stack. */
export function drop(agenda: Agenda, ...intents: Act["intent"][]): void {
  agenda.stack = agenda.stack.filter(({ intent }) => !intents.includes(intent));
}

/** Ends the goal's talk without success; one last act says so. */
export function giveUp(agenda: Agenda): void {
  agenda.stack = [{ intent: "give-up" }];
  agenda.gaveUp = true;
}

/** The goal's requests that nothing has answered yet. */
export function missing({ goal, filled }: Agenda): string[] {
  return (goal?.requests ?? []).filter((request) => !filled.has(request));
}

/** So often a person asks for one thing; then they do without. */
const TRIES = 2;

/** What is missing and may still be had by asking. */
export function wanting(agenda: Agenda): string[] {
  return missing(agenda).filter((request) => (agenda.vain.get(request) ?? 0) < TRIES);
}

/** Lays an item before the person: what was asked of another one is open again. */
export function consider(agenda: Agenda, item: Item): void {
  if (agenda.item?.id !== item.id) {
    agenda.filled.clear();
    agenda.vain.clear();
  }
  agenda.item = item;
}

/** After a turn: the goal is behind this person once they gave up, or took an item and have nothing left to ask. */
export function settle(agenda: Agenda): void {
  const reached = agenda.accepted && wanting(agenda).length === 0 && agenda.stack.length === 0;
  if (reached || (agenda.gaveUp && agenda.stack.length === 0)) agenda.over = true;
}

/** How much it matters to the person that a fact is kept: a must always does. */
export function weight({ veto, strength }: Pick<LivedFact, "veto" | "strength">): number {
  return veto ? 1 : Math.sqrt(strength);
}

/** Gives up with p = (1 - patience / full)², as PyDial does where a confirmation is wrong. */
export function wornOut({ patience, full }: Agenda, { draws }: Circumstances): boolean {
  return draws.chance("agenda.give-up", (1 - Math.max(0, patience) / full) ** 2);
}

/** Chance to add what naturally follows an act to the same turn (PyDial: InformCombination). */
const COMBINES = 0.6;
/** Acts that are a turn of their own. */
const ALONE = new Set<Act["intent"]>(["give-up", "repeat", "restart", "decline", "alternative", "question", "bye"]);

/** The acts of the next turn: as many as this person's initiative, and never none. */
export function nextActs(agenda: Agenda, knobs: Knobs, draws: Draws): Act[] {
  const acts = popped(agenda, knobs, draws);
  agenda.requested = acts.flatMap((act) => (act.intent === "request" ? [act.request] : []));
  return acts;
}

function popped(agenda: Agenda, { initiative, disclosure }: Knobs, draws: Draws): Act[] {
  const most = Math.max(1, Math.round(initiative));
  const first = agenda.stack.pop();
  if (!first) return [{ intent: agenda.accepted ? "thank" : "prompt" }];
  const acts = [first];
  while (!ALONE.has((acts.at(-1) as Act).intent)) {
    const next = agenda.stack.at(-1);
    if (!next || !follows(next, acts, most, disclosure, draws)) break;
    acts.push(agenda.stack.pop() as Act);
  }
  return acts;
}

function follows(next: Act, acts: readonly Act[], most: number, disclosure: number, draws: Draws): boolean {
  const has = (intent: Act["intent"]) => acts.some((act) => act.intent === intent);
  if (ALONE.has(next.intent)) return false;
  if (next.intent === "request") return !has("request") && draws.chance("agenda.combines", COMBINES);
  if (acts.length >= most) return next.intent === "accept" && (has("answer") || has("affirm"));
  if (next.intent === "inform") return !has("inform") && draws.chance("agenda.disclosure", disclosure);
  return true;
}
