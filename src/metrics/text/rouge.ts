import { commonLength } from "./longestCommonSubsequence.js";
import { commonOf, ngramsOf, sizeOf } from "./ngrams.js";
import { type Overlap, overlapOf } from "./overlap.js";
import { type RougeOptions, rougeTokens } from "./rougeTokens.js";

/**
 * ROUGE-N: how many runs of n words a prediction and a reference have in common. Precision, recall and F1 in [0, 1]; null
 * where the reference has no run of n words, all 0 where only the prediction has none.
 * Source: Lin 2004, ROUGE (W04-1013); as Google's `rouge_score` (`rouge1`, `rouge2`), which prints 0 for null.
 */
export function rougeN(reference: string, prediction: string, n: number, options: RougeOptions = {}): Overlap | null {
  const wanted = ngramsOf(rougeTokens(reference, options), n);
  const found = ngramsOf(rougeTokens(prediction, options), n);
  return overlapOf(commonOf(wanted, found), sizeOf(found), sizeOf(wanted));
}

/**
 * ROUGE-L: the longest sequence of words that both texts have in this order, with gaps. Precision, recall and F1 in [0, 1];
 * null for a reference without words. Source: Lin 2004; as `rouge_score` (`rougeL`), where F weighs both the same.
 */
export function rougeL(reference: string, prediction: string, options: RougeOptions = {}): Overlap | null {
  const wanted = rougeTokens(reference, options);
  const found = rougeTokens(prediction, options);
  return overlapOf(commonLength(wanted, found), found.length, wanted.length);
}
