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
  return standsIn(wanted, said);
}

/**
 * Whether words stand in others side by side, in time by the number of both: a judge may repeat one word a hundred thousand
 * times. Source: Knuth, Morris, Pratt 1977, SIAM J. Comput. 6(2), 323–350.
 */
function standsIn(wanted: readonly string[], said: readonly string[]): boolean {
  const back = [0];
  const reached = (from: number, word: string | undefined) => {
    let length = from;
    while (length > 0 && wanted[length] !== word) length = back[length - 1] as number;
    return wanted[length] === word ? length + 1 : length;
  };
  for (let at = 1; at < wanted.length; at++) back.push(reached(back[at - 1] as number, wanted[at]));
  let length = 0;
  for (const word of said) {
    length = reached(length, word);
    if (length === wanted.length) return true;
  }
  return false;
}
