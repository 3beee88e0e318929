import { countsOf, given, type Ratings } from "./ratings.js";

/** What numbers mean: names, an order, equal steps, or equal steps from a zero. */
export type MeasurementLevel = "nominal" | "ordinal" | "interval" | "ratio";

/**
 * Krippendorff's alpha of any number of raters with ratings missing: 1 - observed disagreement / disagreement expected
 * by chance; at most 1, 0 for chance, below 0 for systematic disagreement. Things with fewer than two ratings do not count.
 * At or above .80 is firm, from .67 on tentative (Krippendorff 2004). Null where no thing has two ratings, and where all
 * ratings that count are the same: there is no variation to agree about.
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 * @param ratings one list a thing, one place a rater; names are allowed on the nominal level
 * @param level ratio wants numbers from 0 on
 */
export function krippendorffAlpha(ratings: Ratings<string | number>, level: "nominal"): number | null;
export function krippendorffAlpha(ratings: Ratings<number>, level: MeasurementLevel): number | null;
export function krippendorffAlpha(ratings: Ratings<string | number>, level: MeasurementLevel): number | null {
  const units = given(ratings).filter((unit) => unit.length > 1);
  const totals = countsOf(units.flat());
  const all = units.flat().length;
  const apart = differenceOf(level, totals);
  const observed = units.reduce((sum, unit) => sum + pairSum(countsOf(unit), apart) / (unit.length - 1), 0);
  const expected = pairSum(totals, apart) / (all - 1);
  return all === 0 || expected === 0 ? null : 1 - observed / expected;
}

type Difference = (one: string | number, other: string | number) => number;

/** The sum of the differences of all ordered pairs of ratings with these counts. */
function pairSum(counts: ReadonlyMap<string | number, number>, apart: Difference): number {
  const list = [...counts];
  return list.reduce(
    (sum, [one, often]) => sum + list.reduce((row, [other, count]) => row + often * count * apart(one, other), 0),
    0,
  );
}

/** The squared difference of two ratings on a level; on the ordinal one it counts the ratings between them. */
function differenceOf(level: MeasurementLevel, totals: ReadonlyMap<string | number, number>): Difference {
  if (level === "nominal") return (one, other) => (one === other ? 0 : 1);
  if (level === "interval") return (one, other) => (Number(one) - Number(other)) ** 2;
  if (level === "ratio") return (one, other) => relativeDifference(Number(one), Number(other)) ** 2;
  const below = placesOf(totals);
  return (one, other) => ((below.get(one) as number) - (below.get(other) as number)) ** 2;
}

const relativeDifference = (one: number, other: number) => (one === other ? 0 : (one - other) / (one + other));

/** Where each rating lies among all: those under it, and half of its own. */
function placesOf(totals: ReadonlyMap<string | number, number>): Map<string | number, number> {
  let under = 0;
  const places = new Map<string | number, number>();
  for (const [rating, count] of [...totals].sort(([one], [other]) => Number(one) - Number(other))) {
    places.set(rating, under + count / 2);
    under += count;
  }
  return places;
}
