import type { Task } from "../../core/ports.js";
import type { UserAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";
import type { UserTurn } from "../../schema/event.js";
import type { Belief } from "./beliefs.js";
import type { Band } from "./phrases.js";

/** What an answer is made from: the task, the last turn, and what is believed of the person. */
export interface Scene {
  task: Task;
  turn: UserTurn;
  beliefs: readonly Belief[];
  band: Band;
  /** How many points a remark makes. */
  detail: number;
  did(intent: UserAct["intent"]): boolean;
  leanings: Leanings;
}

/** What a technique has learned beside what it recalls. */
export interface Leanings {
  taste?: (option: Item) => number;
  /** The slot to ask about first; null: none; left out: the realizer asks as it likes. */
  question?: string | null;
  /** What is brought in although it has nothing to do with the matter. */
  alien?: Belief | null;
}

/** Looks at the last turn with what is believed of the person: also how they like to be spoken to, and how fully. */
export function sceneOf(task: Task, turn: UserTurn, beliefs: readonly Belief[], leanings: Leanings = {}): Scene {
  const register = valueOn(beliefs, "register");
  const detail = valueOn(beliefs, "detail");
  return {
    ...{ task, turn, beliefs, leanings },
    band: register === "casual" || register === "formal" ? register : "neutral",
    detail: detail === "brief" ? 1 : detail === "thorough" ? 3 : 2,
    did: (intent) => turn.acts.some((act) => act.intent === intent),
  };
}

/** Beliefs on the slots that matter to the task; what was just told first. */
export function relevantOf({ task, turn, beliefs }: Scene): Belief[] {
  const fresh = new Set(turn.disclosed.map(({ fact }) => fact));
  const relevant = beliefs.filter(({ slot }) => task.slots.includes(slot));
  return [...relevant.filter(({ id }) => fresh.has(id)), ...relevant.filter(({ id }) => !fresh.has(id))];
}

function valueOn(beliefs: readonly Belief[], slot: string) {
  return beliefs.find((belief) => belief.slot === slot)?.condition.is;
}
