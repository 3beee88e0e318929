import { placeAmong } from "./agreement.js";
import { meanOf } from "./mean.js";
import { countsOf, given, type Ratings } from "./ratings.js";

/**
 * Gwet's AC1 of any number of raters with ratings missing: (agreement - chance) / (1 - chance), where chance is
 * Σ π(1 - π) / (categories - 1) and π a category's mean share; at most 1, 0 for chance. It keeps near the raw agreement
 * where one category prevails, where kappa falls. Null where no thing has two ratings, and under two categories.
 * Source: Gwet 2008, British Journal of Mathematical and Statistical Psychology 61, 29–48; several raters and missing
 * ratings as in Gwet 2014, Handbook of Inter-Rater Reliability.
 * @param ratings one list a thing, one place a rater
 * @param categories all that a rater could have said; chance depends on how many there are
 * @throws RangeError for a rating outside the categories
 */
export function gwetAC1<T>(ratings: Ratings<T>, categories: readonly T[]): number | null {
  const units = given(ratings).filter((unit) => unit.length > 0);
  const observed = meanOf(units.filter((unit) => unit.length > 1).map(agreementWithin));
  for (const rating of units.flat()) placeAmong(categories, rating);
  if (observed === null || categories.length < 2) return null;
  const spread = categories.map((category) => {
    const share = meanOf(units.map((unit) => (countsOf(unit).get(category) ?? 0) / unit.length)) as number;
    return share * (1 - share);
  });
  const chance = spread.reduce((sum, part) => sum + part, 0) / (categories.length - 1);
  return (observed - chance) / (1 - chance);
}

/** The share of pairs of raters of one thing that said the same. */
function agreementWithin<T>(unit: readonly T[]): number {
  const same = [...countsOf(unit).values()].reduce((sum, count) => sum + count * (count - 1), 0);
  return same / (unit.length * (unit.length - 1));
}
