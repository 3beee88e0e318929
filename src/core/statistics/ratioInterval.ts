import { percentile } from "./percentile.js";
import { ENOUGH, type ResamplesOf } from "./resamples.js";

/** What one person (one cluster) adds to a ratio of sums. */
export interface Share {
  numerator: number;
  denominator: number;
}

/** A ratio of sums over persons with its interval. */
export interface RatioInterval {
  /** Sum of the numerators / sum of the denominators; null where the denominators sum to 0. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** How many persons there are. */
  n: number;
  /** How many resamples had a denominator of 0, and were left out of the interval. */
  undefinedResamples: number;
  /** How the interval was found, with a warning under 20 persons. */
  interval: string;
}

/**
 * A ratio of sums (a recall over all facts, a rate over all turns) with its cluster bootstrap interval: persons are drawn
 * with replacement, each with both its numerator and its denominator, and the ratio is taken anew. Percentiles are
 * interpolated linearly. Under two persons there is no interval; under 20 it is too narrow, and `interval` says so.
 * Source: Davison and Hinkley 1997, Bootstrap Methods and their Application.
 * @param resamplesOf such as `resamplesFor(seed)`
 */
export function ratioInterval(shares: readonly Share[], resamplesOf: ResamplesOf, confidence = 0.95): RatioInterval {
  const n = shares.length;
  const few = n < ENOUGH ? `; only ${n} persons: too narrow` : "";
  const value = ratioOf(shares);
  const resamples = n < 2 || value === null ? [] : resamplesOf(n);
  const ratios = resamples.flatMap((places) => ratioOf(places.map((place) => shares[place] as Share)) ?? []);
  if (ratios.length === 0) return { value, low: null, high: null, n, undefinedResamples: 0, interval: "none" };
  return {
    value,
    low: percentile(ratios, (1 - confidence) / 2),
    high: percentile(ratios, (1 + confidence) / 2),
    n,
    undefinedResamples: resamples.length - ratios.length,
    interval: `${confidence * 100}% percentile bootstrap over persons, ${resamples.length} resamples${few}`,
  };
}

/** The ratio of sums; null where the denominators sum to 0. */
export function ratioOf(shares: readonly Share[]): number | null {
  const denominator = shares.reduce((sum, share) => sum + share.denominator, 0);
  return denominator === 0 ? null : shares.reduce((sum, share) => sum + share.numerator, 0) / denominator;
}
