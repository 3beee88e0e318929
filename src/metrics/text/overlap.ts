/** How far what was found and what was wanted overlap; each in [0, 1]. */
export interface Overlap {
  /** The share of what was found that was wanted; 0 where nothing was found. */
  precision: number;
  /** The share of what was wanted that was found. */
  recall: number;
  /** The harmonic mean of the two. */
  f1: number;
}

/**
 * Precision, recall and F1 of so many hits. Null where nothing was wanted: there is nothing to find. Where something was
 * wanted and nothing found all three are 0, as in `rouge_score`.
 */
export function overlapOf(hits: number, found: number, wanted: number): Overlap | null {
  if (wanted === 0) return null;
  const precision = found === 0 ? 0 : hits / found;
  const recall = hits / wanted;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
