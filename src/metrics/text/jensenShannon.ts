import { countsOf } from "../../core/statistics/ratings.js";

/**
 * The Jensen–Shannon divergence of the word frequencies of two texts, in bits: 0 for the same frequencies, 1 for no word in
 * common. Null where a text has no words. Its square root is the distance that scipy's `jensenshannon(…, base=2)` prints.
 * Between short texts it is large by chance alone.
 * Source: Lin 1991, IEEE Transactions on Information Theory 37, 145–151, with equal weights.
 */
export function jensenShannon(first: readonly string[], second: readonly string[]): number | null {
  if (first.length === 0 || second.length === 0) return null;
  const [one, other] = [countsOf(first), countsOf(second)];
  const parts = [...new Set([...first, ...second])].map((word) => {
    const p = (one.get(word) ?? 0) / first.length;
    const q = (other.get(word) ?? 0) / second.length;
    return (information(p, (p + q) / 2) + information(q, (p + q) / 2)) / 2;
  });
  return parts.reduce((sum, part) => sum + part, 0);
}

const information = (share: number, mean: number) => (share === 0 ? 0 : share * Math.log2(share / mean));
