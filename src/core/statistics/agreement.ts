/** What two raters said of the same things, one pair a thing. */
export type RatedTwice<T> = readonly (readonly [first: T, second: T])[];

/** The place of a rating among the categories, from 0. Throws a RangeError for a rating that is none of them. */
export function placeAmong<T>(categories: readonly T[], rating: T): number {
  const place = categories.indexOf(rating);
  if (place < 0) throw new RangeError(`the rating '${rating}' is none of the categories: ${categories.join(", ")}`);
  return place;
}

/** The share of things of which two raters said the same, in [0, 1]; null of none. To be shown beside every kappa. */
export function rawAgreement<T>(rated: RatedTwice<T>): number | null {
  return rated.length === 0 ? null : rated.filter(([first, second]) => first === second).length / rated.length;
}
