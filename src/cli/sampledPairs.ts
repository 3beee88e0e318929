import { ordered } from "../core/ordered.js";
import { tQuantile } from "../core/statistics/studentT.js";
import type { PlannedTrial } from "../schema/run.js";

/** The pairs of person and scenario in a plan, each with all its arms, in the order of their scenarios. */
export function pairsIn<Trial extends PlannedTrial>(plan: readonly Trial[]): Trial[][] {
  const sorted = ordered(plan, ({ scenario }) => scenario);
  return [...Map.groupBy(sorted, (one) => `${one.persona} ${one.scenario} ${one.repeat}`).values()];
}

/** Some pairs, spread evenly over those of a plan: what a trial takes depends most on its scenario, and each has its share. */
export function sampledPairs<Trial extends PlannedTrial>(plan: readonly Trial[], most: number): Trial[][] {
  const pairs = pairsIn(plan);
  const count = Math.min(most, pairs.length);
  return Array.from({ length: count }, (_, index) => pairs[Math.floor(((index + 0.5) * pairs.length) / count)] ?? []);
}

/**
 * How far the mean of an evenly spread sample may be off, at 95 %: by differences of neighbours, which leaves out what
 * the order explains (Wolter 1984, "An investigation of some estimators of variance for systematic sampling", v2).
 * Nothing where all were taken.
 */
export function samplingError(values: readonly number[], of: number): number {
  const count = values.length;
  if (count < 2 || count >= of) return 0;
  const squares = values.slice(1).reduce((sum, value, index) => sum + (value - (values[index] as number)) ** 2, 0);
  const variance = ((1 - count / of) * squares) / (2 * count * (count - 1));
  return tQuantile(0.975, count - 1) * Math.sqrt(variance);
}
