import { wordsOf } from "../core/words.js";

/** A quote of fewer words could stand anywhere. */
const FEWEST = 3;

/**
 * Whether a quote really stands in a text: the same words in the same order, whatever the case, spaces and punctuation
 * between them. One of under three words has to be the whole text.
 */
export function isQuoteOf(quote: string, text: string): boolean {
  const [wanted, said] = [wordsOf(quote), wordsOf(text)];
  if (wanted.length === 0) return false;
  if (wanted.length < FEWEST && wanted.length !== said.length) return false;
  return said.some((_, at) => wanted.every((word, place) => said[at + place] === word));
}
