import type { Draws } from "../../core/draws.js";
import type { LivedFact } from "../../core/life.js";
import { meets } from "../../core/utility.js";
import type { Vocabulary } from "../../core/world.js";
import type { HeardAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { Goal } from "../../schema/scenario.js";

/** One thing a user means to do, before it has words. */
export type Act =
  | { intent: "open" }
  | { intent: "inform"; fact: LivedFact }
  | { intent: "answer"; slot: string; facts: readonly LivedFact[] }
  | { intent: "press-on" }
  | { intent: "accept"; item: Item; glad: boolean }
  | { intent: "question"; item: Item }
  | { intent: "alternative"; item: Item }
  | { intent: "correct"; item: Item; fact: LivedFact; reminded: boolean }
  | { intent: "request"; item: Item; request: string }
  | { intent: "relax" }
  | { intent: "negate" }
  | { intent: "repeat" }
  | { intent: "thank" }
  | { intent: "waiting" }
  | { intent: "bye" }
  | { intent: "give-up" };

/** The knobs as drawn for one trial. */
export interface Knobs {
  patience: number;
  disclosure: number;
  initiative: number;
  cooperativeness: number;
  corrects: number;
  skepticism: number;
  change_mind: number;
  gratitude: number;
}

/** Goal, stack and patience of one session. */
export interface AgendaState {
  goal: Goal | null;
  /** What this person insists on and may tell: constraints in the goal's order. */
  constraints: LivedFact[];
  /** Acts to come; the last is the next. */
  stack: Act[];
  patience: number;
  full: number;
  item: Item | null;
  rejected: Set<string>;
  relaxed: Set<string>;
  filled: Set<string>;
  told: Set<string>;
  accepted: boolean;
  over: boolean;
  gaveUp: boolean;
  proposals: number;
}

/** What the agenda looks at when it takes in what was heard. */
export interface Hearing {
  slots: Vocabulary;
  options: readonly Item[];
  /** Facts on a slot that hold now, for the person alone. */
  factsOn(slot: string): readonly LivedFact[];
  knobs: Knobs;
  draws: Draws;
  /** Whether a fact was told in this trial. */
  toldBefore(fact: LivedFact): boolean;
}

/** A new agenda: the goal's first words on top, below them what this person would insist on. */
export function newAgenda(goal: Goal | null, constraints: LivedFact[], knobs: Knobs): AgendaState {
  const stack: Act[] = constraints
    .filter((fact) => fact.disclose === "open")
    .reverse()
    .map((fact) => ({ intent: "inform", fact }));
  if (goal) stack.push({ intent: "open" });
  return {
    goal,
    constraints,
    stack,
    patience: Math.round(knobs.patience),
    full: Math.max(1, Math.round(knobs.patience)),
    item: null,
    rejected: new Set(),
    relaxed: new Set(),
    filled: new Set(),
    told: new Set(),
    accepted: false,
    over: goal === null,
    gaveUp: false,
    proposals: 0,
  };
}

/**
 * Takes in what was heard (Schatzmann et al. 2007; order of cases as in PyDial's UMHdcSim): refusals first, then
 * proposals, answers, questions. The person's facts are never redrawn, so that they stay the ground truth.
 */
export function receive(state: AgendaState, acts: readonly HeardAct[], hearing: Hearing): void {
  if (state.over) return;
  const proposal = acts.find((act) => act.intent === "recommend" && act.item !== state.item?.id);
  const nearest = acts.find((act) => act.intent === "recommend");
  if (acts.some((act) => act.intent === "no-offer")) relax(state, hearing, optionOf(nearest, hearing));
  else if (proposal) propose(state, optionOf(proposal, hearing) as Item, hearing);
  else if (state.item && !state.accepted && acts.some((act) => ANSWERS.has(act.intent)))
    reconsider(state, state.item, hearing);
  for (const { intent, request } of acts) if (intent === "inform" && request) fill(state, request);
  for (const { intent, slot } of acts) if (intent === "request" && slot) question(state, slot, hearing);
  if (state.accepted) pursueRequests(state, hearing);
  else if (acts.length > 0 && acts.every(({ intent }) => intent === "greet" || intent === "more"))
    push(state, { intent: "waiting" });
}

const ANSWERS = new Set(["inform", "recommend", "confirm"]);

const optionOf = (act: HeardAct | undefined, { options }: Hearing) =>
  options.find((item) => item.id === act?.item) ?? null;

/** More was said of the item under discussion: what was asked is answered, and the person decides. */
function reconsider(state: AgendaState, item: Item, hearing: Hearing): void {
  if (state.rejected.has(item.id)) propose(state, item, hearing);
  else if (!state.stack.some(({ intent }) => intent === "question" || intent === "alternative"))
    accept(state, item, hearing);
}

/** A turn that parsed to nothing: the person asks again, patience unchanged. */
export function mishear(state: AgendaState): void {
  push(state, { intent: "repeat" });
}

function propose(state: AgendaState, item: Item, hearing: Hearing): void {
  const { knobs, draws } = hearing;
  const again = state.rejected.has(item.id);
  state.item = item;
  state.proposals += 1;
  state.filled.clear();
  drop(state, "request");
  const broken = state.constraints.find(
    (fact) => !state.relaxed.has(fact.id) && !meets(hearing.slots, fact.slot, fact.condition, item.attributes),
  );
  if (broken && draws.chance("agenda.corrects", knobs.corrects)) {
    correct(state, item, broken, again, hearing);
  } else if (state.proposals === 1 && draws.chance("agenda.skepticism", knobs.skepticism)) {
    push(state, { intent: "question", item });
  } else if (state.proposals === 1 && !broken && draws.chance("agenda.change-mind", knobs.change_mind)) {
    state.rejected.add(item.id);
    push(state, { intent: "alternative", item });
  } else {
    accept(state, item, hearing);
  }
}

/** Objecting costs patience where the fact was told, or the item refused, before. */
function correct(state: AgendaState, item: Item, fact: LivedFact, again: boolean, hearing: Hearing): void {
  const reminded = hearing.toldBefore(fact) || again;
  if (reminded) state.patience -= 1;
  state.rejected.add(item.id);
  state.accepted = false;
  const wornOut = (1 - Math.max(0, state.patience) / state.full) ** 2;
  if (state.patience < 1 || (reminded && hearing.draws.chance("agenda.give-up", wornOut))) {
    giveUp(state);
    return;
  }
  push(state, { intent: "correct", item, fact, reminded });
}

function accept(state: AgendaState, item: Item, { knobs, draws }: Hearing): void {
  state.accepted = true;
  const glad = state.proposals > 1 || draws.chance("agenda.glad", knobs.gratitude / 3);
  push(state, { intent: "accept", item, glad });
}

/**
 * No offer: the person gives way on one thing that is no must; with nothing to give way on, patience ends. Where the
 * assistant names what comes closest, the person gives way on what that breaks, as far as it is no must, and takes it.
 */
function relax(state: AgendaState, hearing: Hearing, nearest: Item | null): void {
  state.patience -= 1;
  const broken = nearest
    ? state.constraints.filter((fact) => !meets(hearing.slots, fact.slot, fact.condition, nearest.attributes))
    : [];
  if (nearest && state.patience >= 1 && broken.every((fact) => !fact.veto)) {
    for (const fact of broken) state.relaxed.add(fact.id);
    state.item = nearest;
    accept(state, nearest, hearing);
    return;
  }
  const loose = state.constraints.find((fact) => !fact.veto && !state.relaxed.has(fact.id));
  if (!loose || state.patience < 1) {
    giveUp(state);
    return;
  }
  state.relaxed.add(loose.id);
  state.rejected.clear();
  if (hearing.draws.chance("agenda.relax", 0.9)) push(state, { intent: "relax" });
}

function fill(state: AgendaState, request: string): void {
  if (state.goal?.requests.includes(request)) state.filled.add(request);
  state.stack = state.stack.filter((act) => !(act.intent === "request" && act.request === request));
}

function question(state: AgendaState, slot: string, { factsOn, knobs, draws }: Hearing): void {
  const facts = factsOn(slot).filter((fact) => fact.disclose !== "private");
  const pending = state.stack.some((act) => act.intent === "answer" && act.slot === slot);
  if (pending) return;
  const helps = draws.chance("agenda.cooperativeness", knobs.cooperativeness);
  if (helps) push(state, { intent: "answer", slot, facts });
  else if (!state.accepted) push(state, { intent: "press-on" });
}

/** What is still open about the found item; with nothing open the goal is reached. */
function pursueRequests(state: AgendaState, { knobs, draws }: Hearing): void {
  const item = state.item as Item;
  const open = missing(state);
  for (const request of [...open].reverse()) {
    if (!state.stack.some((act) => act.intent === "request" && act.request === request))
      state.stack.unshift({ intent: "request", item, request });
  }
  if (open.length === 0 && !state.stack.some((act) => act.intent === "accept" || act.intent === "answer")) {
    if (draws.chance("agenda.gratitude", knobs.gratitude)) push(state, { intent: "thank" });
    state.over = true;
  }
}

export function giveUp(state: AgendaState): void {
  state.stack = [{ intent: "give-up" }];
  state.gaveUp = true;
}

export function missing({ goal, filled }: AgendaState): string[] {
  return (goal?.requests ?? []).filter((request) => !filled.has(request));
}

/** After a turn: the goal is behind this person once nothing is left to ask, or they gave up. */
export function settle(state: AgendaState): void {
  if (
    state.gaveUp ||
    (state.accepted && missing(state).length === 0 && state.stack.every((act) => act.intent === "inform"))
  )
    state.over = true;
}

/** The acts of the next turn: as many as the person's initiative, an opening or an objection with what belongs to it. */
export function nextActs(state: AgendaState, knobs: Knobs, draws: Draws): Act[] {
  const count = Math.max(1, Math.round(knobs.initiative));
  const acts: Act[] = [];
  while (acts.length < count && state.stack.length > 0) {
    const act = state.stack.at(-1) as Act;
    if (acts.length > 0 && !follows(act, acts, knobs, draws)) break;
    state.stack.pop();
    acts.push(act);
    if (act.intent === "give-up" || act.intent === "repeat") break;
  }
  return acts.length > 0 ? acts : [{ intent: state.accepted ? "thank" : "waiting" }];
}

function follows(act: Act, before: readonly Act[], { disclosure }: Knobs, draws: Draws): boolean {
  if (act.intent === "inform") return draws.chance("agenda.disclosure", disclosure);
  if (act.intent === "request") return before.every(({ intent }) => intent !== "request");
  return true;
}

function push(state: AgendaState, act: Act): void {
  state.stack = state.stack.filter((other) => other.intent !== act.intent || act.intent === "answer");
  state.stack.push(act);
}

function drop(state: AgendaState, intent: Act["intent"]): void {
  state.stack = state.stack.filter((act) => act.intent !== intent);
}
