import { commonPlaces } from "./longestCommonSubsequence.js";
import { ngramsOf } from "./ngrams.js";
import { type Overlap, overlapOf } from "./overlap.js";
import { type RougeOptions, rougeTokens } from "./rougeTokens.js";

/**
 * ROUGE-Lsum: ROUGE-L of texts of several sentences, one a line. For each sentence of the reference, the words that a
 * longest common subsequence with any sentence of the prediction covers; no word counts more often than it occurs in
 * either text. Precision, recall and F1 in [0, 1]; null for a reference without words.
 * Source: Lin 2004, section 3.2; as `rouge_score` (`rougeLsum`, `split_summaries=False`).
 */
export function rougeLsum(reference: string, prediction: string, options: RougeOptions = {}): Overlap | null {
  const wanted = sentences(reference, options);
  const found = sentences(prediction, options);
  const left = [ngramsOf(wanted.flat(), 1), ngramsOf(found.flat(), 1)];
  let hits = 0;
  for (const sentence of wanted)
    for (const word of covered(sentence, found))
      if (left.every((counts) => (counts.get(word) ?? 0) > 0)) {
        hits++;
        for (const counts of left) counts.set(word, (counts.get(word) as number) - 1);
      }
  return overlapOf(hits, found.flat().length, wanted.flat().length);
}

const sentences = (text: string, options: RougeOptions) => text.split("\n").map((line) => rougeTokens(line, options));

/** The words of a sentence that stand in a longest common subsequence with any of the others. */
function covered(sentence: readonly string[], others: readonly (readonly string[])[]): string[] {
  const places = new Set(others.flatMap((other) => commonPlaces(sentence, other)));
  return sentence.filter((_, place) => places.has(place));
}
