import { sentencesOf, wordsOf } from "../../core/words.js";
import { contentOf } from "./content.js";

/** So many words, and such a share of what is said, make a repetition: of oneself, and of the other. */
const OWN = { words: 5, share: 0.75 };
const ECHO = { words: 8, share: 0.65 };
/** Words of matter that a turn has, and the share of an earlier one's that they are, where it says nothing new. */
const SAME = { words: 3, share: 0.6 };

/** Whether a turn says again what the person said before, what the assistant said, or one thing twice. */
export function isRepetition(text: string, before: readonly string[], heard: readonly string[]): boolean {
  const words = wordsOf(text);
  return (
    before.some((turn) => repeats(words, wordsOf(turn), OWN) || addsNothing(text, turn)) ||
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

/** Whether all that a turn is about was in an earlier one, and most of that again. */
function addsNothing(text: string, earlier: string): boolean {
  const [said, known] = [new Set(contentOf(text)), new Set(contentOf(earlier))];
  return said.size >= SAME.words && [...said].every((word) => known.has(word)) && said.size >= SAME.share * known.size;
}

/** A model that is stuck says one sentence of three words or more twice in a turn. */
function saysTwice(text: string): boolean {
  const sentences = sentencesOf(text)
    .map(wordsOf)
    .filter((words) => words.length >= 3)
    .map((words) => words.join(" "));
  return new Set(sentences).size < sentences.length;
}
