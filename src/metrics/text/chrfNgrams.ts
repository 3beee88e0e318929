import { type Ngrams, ngramsOf } from "./ngrams.js";
import { splitOnSpace } from "./whitespace.js";

/** Which runs chrF compares; what is not said is sacreBLEU's default. */
export interface RunOptions {
  /** The longest runs of characters: 6. */
  characterOrder?: number;
  /** The longest runs of words: 0 for chrF, 2 for chrF++. */
  wordOrder?: number;
  /** Whether case is ignored. */
  lowercase?: boolean;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** The runs that chrF compares: of 1, 2, … characters without spaces, then of 1, 2, … words. */
export function chrfNgrams(text: string, options: RunOptions): Ngrams[] {
  const { characterOrder = 6, wordOrder = 0, lowercase = false } = options;
  const line = lowercase ? text.toLowerCase() : text;
  const words = splitOnSpace(line);
  const characters = [...words.join("")];
  const tokens = words.flatMap(withoutPunctuation);
  return [
    ...Array.from({ length: characterOrder }, (_, order) => ngramsOf(characters, order + 1)),
    ...Array.from({ length: wordOrder }, (_, order) => ngramsOf(tokens, order + 1)),
  ];
}

/**
 * A word with one punctuation mark set apart: the last, else the first. "(hi)" becomes "(hi" and ")", in the reference
 * implementation too.
 */
function withoutPunctuation(word: string): string[] {
  const characters = [...word];
  if (characters.length === 1) return [word];
  if (PUNCTUATION.test(characters.at(-1) as string))
    return [characters.slice(0, -1).join(""), characters.at(-1) as string];
  if (PUNCTUATION.test(characters[0] as string)) return [characters[0] as string, characters.slice(1).join("")];
  return [word];
}
