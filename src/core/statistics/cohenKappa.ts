import { placeAmong, type RatedTwice } from "./agreement.js";

/** How much two categories differ: not at all or wholly, by their distance in the order, or by its square. */
export type KappaWeights = "none" | "linear" | "quadratic";

/**
 * Cohen's kappa of two raters: 1 - observed disagreement / disagreement expected by chance from each rater's own shares of
 * the categories; in [-1, 1], 0 for chance. Weighted kappa takes near misses for less; use quadratic weights on ordinal
 * scales. Null of no thing, and where no disagreement can be expected: both raters used one and the same category throughout.
 * Kappa falls with a skewed prevalence whatever the agreement is: give `rawAgreement` and `gwetAC1` beside it.
 * Source: Cohen 1960, Educational and Psychological Measurement 20, 37–46; Cohen 1968, Psychological Bulletin 70,
 * 213–220; as scikit-learn's `cohen_kappa_score(…, labels=categories)`.
 * @param categories all there are, in their order; weights count places in it
 * @throws RangeError for a rating outside the categories
 */
export function cohenKappa<T>(
  rated: RatedTwice<T>,
  categories: readonly T[],
  weights: KappaWeights = "none",
): number | null {
  const n = rated.length;
  if (n === 0) return null;
  const places = rated.map(
    ([first, second]) => [placeAmong(categories, first), placeAmong(categories, second)] as const,
  );
  const shares = categories.map((_, place) => ({
    first: places.filter(([first]) => first === place).length / n,
    second: places.filter(([, second]) => second === place).length / n,
  }));
  const apart = DISTANCE[weights];
  const observed = places.reduce((sum, [first, second]) => sum + apart(first, second), 0) / n;
  const expected = shares.reduce(
    (sum, { first }, one) =>
      sum + shares.reduce((row, { second }, other) => row + first * second * apart(one, other), 0),
    0,
  );
  return expected === 0 ? null : 1 - observed / expected;
}

const DISTANCE: Readonly<Record<KappaWeights, (one: number, other: number) => number>> = {
  none: (one, other) => (one === other ? 0 : 1),
  linear: (one, other) => Math.abs(one - other),
  quadratic: (one, other) => (one - other) ** 2,
};
