import { activeFacts, type LivedFact, lifeOf, momentOf } from "../../core/life.js";
import { agree } from "../../core/satisfies.js";
import type { LearnedFact } from "../../schema/event.js";
import type { Subject } from "../subject.js";

/** What a technique held of the person after the last session, beside what could be known and holds by then. */
export interface Learned {
  held: readonly LearnedFact[];
  /** Facts on slots of the vocabulary that were given or told for certain, and have not been superseded. */
  known: readonly LivedFact[];
  /** All that holds of the person by then, known or not. */
  life: readonly LivedFact[];
  /** Index of the last turn: where the evidence stands. */
  turn: number;
}

/** Null where the technique keeps no statements, or the trial was broken off before it told any. */
export function learnedIn(subject: Subject): Learned | null {
  const session = subject.trial.sessions.findLast(({ learned }) => learned !== undefined);
  const last = subject.turns.at(-1);
  if (!session?.learned || !last) return null;
  const { persona, scenario } = subject.cast;
  const could = subject.knownBefore(last.index + 1);
  const active = activeFacts(lifeOf(persona, scenario), momentOf(scenario, session.at));
  return {
    held: session.learned,
    life: active,
    known: active.filter(({ id, slot }) => could.has(id) && subject.cast.slots[slot]),
    turn: last.index,
  };
}

/** Whether what is held is true of the person, as far as could be known. */
export function isRight({ slot, condition }: LearnedFact, { known }: Learned, { cast }: Subject): boolean {
  const vocabulary = cast.slots[slot];
  return (
    vocabulary !== undefined && known.some((fact) => fact.slot === slot && agree(vocabulary, fact.condition, condition))
  );
}

export const KEEPS_NONE = "the technique keeps no statements";
