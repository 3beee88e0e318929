import { sentencesOf, wordsOf } from "../../core/words.js";

/** So many words, and such a share of what is said, make a repetition: of oneself, and of the other. */
const OWN = { words: 5, share: 0.6 };
const ECHO = { words: 8, share: 0.65 };

/** Whether a turn says again what the person said before, what the assistant said, or one thing twice. */
export function isRepetition(text: string, before: readonly string[], heard: readonly string[]): boolean {
  const words = wordsOf(text);
  return (
    before.some((turn) => repeats(words, wordsOf(turn), OWN)) ||
    heard.some((turn) => repeats(words, wordsOf(turn), ECHO)) ||
    saysTwice(text)
  );
}

/** Whether most of the runs of three words stand in an earlier turn already, as word shingles show it. */
function repeats(words: readonly string[], earlier: readonly string[], { words: least, share }: typeof OWN): boolean {
  if (words.length < least) return false;
  const seen = new Set(shingles(earlier));
  const runs = shingles(words);
  return runs.filter((run) => seen.has(run)).length >= share * runs.length;
}

const shingles = (words: readonly string[]) => words.slice(2).map((_, at) => words.slice(at, at + 3).join(" "));

/** A model that is stuck says one sentence of three words or more twice in a turn. */
function saysTwice(text: string): boolean {
  const sentences = sentencesOf(text)
    .map(wordsOf)
    .filter((words) => words.length >= 3)
    .map((words) => words.join(" "));
  return new Set(sentences).size < sentences.length;
}
