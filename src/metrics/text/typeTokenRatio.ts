/**
 * The type-token ratio, different words / words, in (0, 1]; null of no words. It falls with length: compare texts of one
 * length, or use MATTR or MTLD. Source: Johnson 1944, Psychological Monographs 56(2).
 */
export function typeTokenRatio(words: readonly string[]): number | null {
  return words.length === 0 ? null : new Set(words).size / words.length;
}
