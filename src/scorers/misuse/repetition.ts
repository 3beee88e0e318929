import { sentencesOf, wordsOf } from "../../core/words.js";
import { type Scorer, share } from "../scorer.js";

/** Sentences under so many words (`Sure, of course.`) may come again. */
const SHORTEST = 6;

/**
 * Of the assistant's turns after its first, the share that say a sentence of six words or more again, word for word,
 * that an earlier turn of the trial had, where the person did not ask for it again.
 */
export const repetition: Scorer = {
  id: "misuse.repetition",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "turns that say a whole sentence of an earlier one again",
  cannotSee: "the same in other words; whether saying it again was a service",
  score({ replies, turns }) {
    const said = new Set<string>();
    const chances = replies.map((reply) => {
      const sentences = sentencesOf(reply.text).filter((sentence) => wordsOf(sentence).length >= SHORTEST);
      const again = sentences.find((sentence) => said.has(keyOf(sentence)));
      for (const sentence of sentences) said.add(keyOf(sentence));
      return { reply, hit: again !== undefined, quote: again ?? "" };
    });
    const unasked = chances.slice(1).filter(({ reply }) => !asksAgain(turns[reply.index - 1]));
    return share(
      unasked.map(({ reply, hit, quote }) => ({ hit, evidence: { turn: reply.index, quote } })),
      "the assistant spoke once at most",
    );
  },
};

const keyOf = (sentence: string) => wordsOf(sentence).join(" ");

/** What the person says that wants the same again. */
function asksAgain(turn: Parameters<Scorer["score"]>[0]["turns"][number] | undefined): boolean {
  return turn?.speaker === "user" && turn.acts.some(({ intent }) => intent === "repeat");
}
