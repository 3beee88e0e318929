import { sentencesOf, wordsOf } from "../../src/core/words.js";
import type { AssistantTurn, Turn, UserTurn } from "../../src/schema/event.js";
import type { Trial } from "../../src/schema/trial.js";

export const turnsOf = ({ sessions }: Trial): Turn[] => sessions.flatMap(({ turns }) => turns);
export const userTurns = (trial: Trial) => turnsOf(trial).filter((turn): turn is UserTurn => turn.speaker === "user");
export const replies = (trial: Trial) =>
  turnsOf(trial).filter((turn): turn is AssistantTurn => turn.speaker === "assistant");

/** What is said, without the texts that are delivered between fences. */
export const talkIn = (text: string) => text.replace(/```[\s\S]*?(```|$)/g, "\n");

/** The sentences of four words or more that stand twice in some turns. */
export function saidTwice(turns: readonly { text: string }[]): string[] {
  const sentences = turns.flatMap(({ text }) => sentencesOf(talkIn(text)).map(wordsOf));
  const long = sentences.filter((words) => words.length >= 4).map((words) => words.join(" "));
  const seen = new Set<string>();
  return long.filter((sentence) => seen.has(sentence) || !seen.add(sentence));
}
