import { tQuantile } from "./studentT.js";

/**
 * The difference that a paired t test on as many persons with this spread shows with power .8, about:
 * (t(.975) + t(.8)) · s / √n, in the unit of the differences (Cohen 1988, section 2.3, with t in the place of the noncentral
 * t). Null of fewer than two, and where nothing varies.
 */
export function visibleDifference(differences: readonly number[]): number | null {
  const n = differences.length;
  if (n < 2) return null;
  const middle = differences.reduce((sum, one) => sum + one, 0) / n;
  const deviation = Math.sqrt(differences.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (n - 1));
  if (deviation === 0) return null;
  return ((tQuantile(0.975, n - 1) + tQuantile(0.8, n - 1)) * deviation) / Math.sqrt(n);
}
