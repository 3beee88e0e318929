import { findPhrases } from "../../core/phrases.js";
import { normalised } from "../../core/words.js";

/** Short forms written out: "I don't" and "I do not" say the same. */
const LONG: readonly [RegExp, string][] = [
  [/\bim\b/g, "i am"],
  [/\b(do|does|did|is|are|was)nt\b/g, "$1 not"],
  [/\bcant\b|\bcan't\b|\bcannot\b/g, "can not"],
  [/\bwon't\b/g, "will not"],
  [/n't\b/g, " not"],
  [/'m\b/g, " am"],
  [/'re\b/g, " are"],
  [/'ve\b/g, " have"],
  [/'ll\b/g, " will"],
];

/** A text in the one form in which wordings are looked for. */
export const readable = (text: string) =>
  LONG.reduce((line, [short, long]) => line.replace(short, long), normalised(text));

/** The wordings that a text has, whatever it makes of them. */
export function wordingsIn(text: string, wordings: readonly string[]): string[] {
  return findPhrases(readable(text), wordings).map(({ phrase }) => phrase);
}

/** Whether a text says one of some wordings, and does not deny it in the same breath. */
export function says(text: string, wordings: readonly string[]): boolean {
  return findPhrases(readable(text).replace(/[,;:–—](?=\s)/g, "."), wordings).some(({ negated }) => !negated);
}
