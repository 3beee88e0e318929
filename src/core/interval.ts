import quantile from "@stdlib/stats-base-dists-t-quantile";

/** A mean with its 95 % interval. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/**
 * Mean of independent values with the two-sided 95 % Student t interval, mean ± t(.975, n-1) · s / √n.
 * Under two values there is no interval. Source: any text of statistics; Student (1908).
 */
export function meanInterval(values: readonly number[]): Interval {
  const n = values.length;
  if (n === 0) return { value: null, low: null, high: null, n };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { value: mean, low: null, high: null, n };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = quantile(0.975, n - 1) * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half, n };
}
