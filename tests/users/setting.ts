import type { Draws } from "../../src/core/draws.js";
import type { Knobs } from "../../src/core/knobs.js";
import type { LivedFact } from "../../src/core/life.js";
import type { Vocabulary } from "../../src/core/world.js";
import type { HeardAct } from "../../src/schema/act.js";
import type { Item } from "../../src/schema/catalog.js";
import type { Fact } from "../../src/schema/persona.js";
import type { Goal } from "../../src/schema/scenario.js";
import { type Agenda, type Circumstances, newAgenda } from "../../src/users/agenda/agenda.js";
import { receive } from "../../src/users/agenda/receive.js";
import { MENU } from "../core/dinner.js";
import { fact, goal, lived, SLOTS } from "../core/makers.js";

/** Someone who always answers, always objects, and has no whims. */
export const KNOBS: Knobs = {
  ...{ patience: 4, disclosure: 0, initiative: 1, cooperativeness: 1 },
  ...{ corrects: 1, skepticism: 0, change_mind: 0, gratitude: 0 },
};

/** Draws whose outcomes are set by stream; else only what is certain happens. Notes what was asked, and how likely. */
export interface SetDraws extends Draws {
  asked: { stream: string; probability: number }[];
}

export function drawing(outcomes: Readonly<Record<string, boolean>> = {}): SetDraws {
  const asked: SetDraws["asked"] = [];
  return {
    asked,
    number: () => 0,
    chance(stream, probability) {
      asked.push({ stream, probability });
      return outcomes[stream] ?? probability >= 1;
    },
    pick: (_, list) => list[0] as never,
    shuffled: (_, list) => [...list],
    within: (_, range) => (typeof range === "number" ? range : range[0]),
  };
}

/** A person at a menu: a vegan who must be one, and who would rather not spend much. */
export const DIET = fact("diet", { is: "vegan", veto: true, strength: 0.9, disclose: "if-asked" });
export const BUDGET = fact("budget", { is: "low", strength: 0.25, disclose: "if-asked" });

/** What a test is about. */
export interface Setting {
  facts?: readonly Fact[];
  requests?: readonly string[];
  knobs?: Partial<Knobs>;
  /** Ids of facts told before. */
  told?: readonly string[];
  options?: readonly Item[];
  outcomes?: Readonly<Record<string, boolean>>;
  slots?: Vocabulary;
}

/** An agenda, what surrounds it, and the way to let it hear. */
export function setting(parts: Setting = {}) {
  const { facts = [DIET, BUDGET], requests = [], options = MENU, told = [], outcomes, slots = SLOTS } = parts;
  const knobs = { ...KNOBS, ...parts.knobs };
  const life = lived(...facts);
  const on = (slot: string, secret: boolean) =>
    life.filter((one) => one.slot === slot && (one.disclose === "private") === secret);
  const draws = drawing(outcomes);
  const around: Circumstances = {
    ...{ slots, options, knobs, draws },
    factsOn: (slot) => on(slot, false),
    keeps: (slot) => on(slot, true).length > 0,
    toldBefore: ({ id }) => told.includes(id),
  };
  const wanted: Goal = { ...goal(facts.map(({ slot }) => slot)), requests: [...requests] };
  const constraints: LivedFact[] = wanted.constraints.flatMap((slot) => on(slot, false));
  const agenda: Agenda = newAgenda(wanted, constraints, knobs);
  agenda.stack = agenda.stack.filter(({ intent }) => intent !== "open");
  const hears = (...acts: HeardAct[]) => receive(agenda, acts, around);
  return { agenda, around, draws, hears, stack: () => agenda.stack.map(({ intent }) => intent) };
}

export const offer = (item: string): HeardAct => ({ intent: "recommend", item });
export const ask = (slot: string): HeardAct => ({ intent: "request", slot });
export const answer = (request: string): HeardAct => ({ intent: "inform", request });
