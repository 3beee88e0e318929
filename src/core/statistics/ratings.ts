/** What any number of raters said, one list a thing: a rating a rater, null where one said nothing. */
export type Ratings<T> = readonly (readonly (T | null)[])[];

/** The ratings there are, thing by thing. */
export function given<T>(ratings: Ratings<T>): T[][] {
  return ratings.map((unit) => unit.filter((rating) => rating !== null));
}

/** How often each value stands in a list. */
export function countsOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
