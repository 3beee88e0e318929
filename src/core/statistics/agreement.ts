/** What two raters said of the same things, one pair a thing. */
export type RatedTwice<T> = readonly (readonly [first: T, second: T])[];

/** The share of things of which two raters said the same, in [0, 1]; null of none. To be shown beside every kappa. */
export function rawAgreement<T>(rated: RatedTwice<T>): number | null {
  return rated.length === 0 ? null : rated.filter(([first, second]) => first === second).length / rated.length;
}
