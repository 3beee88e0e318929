import { wordsOf } from "../../core/words.js";
import { type Overlap, overlapOf } from "./overlap.js";

/**
 * How far the words of an answer are those that were wanted, each counted once, order ignored: precision, recall and F1 in [0, 1].
 * Null where no word was wanted, all 0 for an answer without words. Words are normalised (NFKC, lower case, no
 * punctuation); no article and no "and" is dropped. The recall of the words of an outdated answer is a staleness.
 * Source: the token F1 of Rajpurkar et al. 2016 (SQuAD, D16-1264) on sets, as PersonaBench and LoCoMo score short answers.
 */
export function wordSetF1(wanted: string, answer: string): Overlap | null {
  const words = new Set(wordsOf(wanted));
  const said = new Set(wordsOf(answer));
  return overlapOf([...words].filter((word) => said.has(word)).length, said.size, words.size);
}
