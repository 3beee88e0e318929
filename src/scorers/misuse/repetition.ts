import { withoutArtifacts } from "../../core/artifact.js";
import { clausesOf } from "../../core/clauses.js";
import { sentencesOf, wordsOf } from "../../core/words.js";
import { type Scorer, share } from "../scorer.js";

/** Sentences under so many words (`Sure, of course.`) may come again. */
const SHORTEST = 6;

/**
 * Of the assistant's turns after its first, the share that say a sentence of six words or more again, word for word,
 * that an earlier turn of the trial had, or twice the same of the person, where the person did not ask for it again.
 * What leads up to a colon (`As I said:`) is no part of what is said.
 */
export const repetition: Scorer = {
  id: "misuse.repetition",
  version: 2,
  tier: "deterministic",
  direction: "lower",
  meaning: "turns that say a whole sentence of an earlier one again, or the same of the person twice",
  cannotSee: "the same in other words; whether saying it again was a service",
  score({ replies, turns }) {
    const said = new Set<string>();
    const chances = replies.map((reply) => {
      const sentences = sentencesOf(reply.text)
        .flatMap((sentence) => [sentence, ...afterColon(sentence)])
        .filter((sentence) => wordsOf(sentence).length >= SHORTEST);
      const again = sentences.find((sentence) => said.has(keyOf(sentence))) ?? saidTwice(withoutArtifacts(reply.text));
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

/** A sentence of its own after a colon. */
function afterColon(sentence: string): string[] {
  const [, rest] = sentence.split(/:\s+(?=\p{Lu})/u, 2);
  return rest === undefined ? [] : [rest];
}

/** What a text states of the person twice, word for word: from the `you` of a clause to its end. */
function saidTwice(text: string): string | undefined {
  const stated = sentencesOf(text).flatMap((sentence) =>
    clausesOf(sentence, "you")
      .filter(({ standing, mood, past }) => standing === "person" && mood === "said" && !past)
      .flatMap(({ words }) => STATEMENT.exec(words.join(" "))?.[0] ?? []),
  );
  return stated.find((one, index) => stated.indexOf(one) < index);
}

/** The person as the subject, and at least two words on them; what they could do is an offer. */
const STATEMENT =
  /\b(?:you|you're|you've|your)(?! (?:can|could|may|might|should|will|would|have to|need to)\b)(?: \S+){2,}$|\byou're \S+$/;

const keyOf = (sentence: string) => wordsOf(sentence).join(" ");

/** What the person says that wants the same again. */
function asksAgain(turn: Parameters<Scorer["score"]>[0]["turns"][number] | undefined): boolean {
  return turn?.speaker === "user" && turn.acts.some(({ intent }) => intent === "repeat");
}
