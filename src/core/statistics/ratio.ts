import { tQuantile } from "./studentT.js";

/** A ratio of two sums, and how far off it may be, as a share of it, at 95 %. */
export interface Ratio {
  ratio: number;
  error: number;
}

/**
 * The ratio of the sums of paired values with its error (Cochran 1977, Sampling Techniques, 3rd ed., eq. 2.46, with Student's t
 * for few pairs). Null where fewer than two pairs, or a sum of nothing, tell none.
 */
export function ratioOf(pairs: readonly { value: number; to: number }[]): Ratio | null {
  const count = pairs.length;
  const to = pairs.reduce((sum, pair) => sum + pair.to, 0);
  const value = pairs.reduce((sum, pair) => sum + pair.value, 0);
  if (count < 2 || to === 0 || value === 0) return null;
  const ratio = value / to;
  const spread = pairs.reduce((sum, pair) => sum + (pair.value - ratio * pair.to) ** 2, 0) / (count - 1);
  return { ratio, error: (tQuantile(0.975, count - 1) * Math.sqrt(spread / count)) / (value / count) };
}
