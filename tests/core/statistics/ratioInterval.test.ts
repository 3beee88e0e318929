import { describe, expect, it } from "vitest";
import { intervalsFor } from "../../../src/core/statistics/interval.js";
import { ratioInterval } from "../../../src/core/statistics/ratioInterval.js";
import { resamplesFor } from "../../../src/core/statistics/resamples.js";

const SEED = 3;
const people = (count: number) => Array.from({ length: count }, (_, index) => (index % 5) / 4);

describe("the interval of a ratio of sums", () => {
  it("is that of a mean where every denominator is 1, on the same resamples", () => {
    const mean = intervalsFor(SEED)(people(24));
    const shares = people(24).map((numerator) => ({ numerator, denominator: 1 }));
    const ratio = ratioInterval(shares, resamplesFor(SEED));
    expect(ratio.value).toBeCloseTo(mean.value as number, 12);
    expect(ratio.low).toBeCloseTo(mean.low as number, 12);
    expect(ratio.high).toBeCloseTo(mean.high as number, 12);
  });

  it("has no width where all persons have one ratio, though their sizes differ", () => {
    const shares = people(30).map((size) => ({ numerator: 2 * (size + 1), denominator: 4 * (size + 1) }));
    const { value, low, high } = ratioInterval(shares, resamplesFor(SEED));
    expect([value, low, high].map((end) => (end as number).toFixed(12))).toEqual([
      "0.500000000000",
      "0.500000000000",
      "0.500000000000",
    ]);
  });

  it("weighs a person by the denominator", () => {
    const shares = [
      { numerator: 9, denominator: 9 },
      { numerator: 0, denominator: 1 },
    ];
    expect(ratioInterval(shares, resamplesFor(SEED)).value).toBe(0.9);
  });

  it("is narrower at a lower confidence", () => {
    const shares = people(25).map((numerator) => ({ numerator, denominator: 1 }));
    const [wide, narrow] = [0.95, 0.5].map((confidence) => ratioInterval(shares, resamplesFor(SEED), confidence));
    expect(narrow?.low).toBeGreaterThan(wide?.low as number);
    expect(narrow?.high).toBeLessThan(wide?.high as number);
    expect(narrow?.interval).toBe("50% percentile bootstrap over persons, 2000 resamples");
  });

  it("says where there are too few persons", () => {
    const shares = people(8).map((numerator) => ({ numerator, denominator: 1 }));
    expect(ratioInterval(shares, resamplesFor(SEED)).interval).toMatch(/; only 8 persons: too narrow$/);
  });

  it("leaves out resamples with nothing to divide by, and counts them", () => {
    const shares = [
      { numerator: 1, denominator: 2 },
      { numerator: 0, denominator: 0 },
    ];
    const { low, high, undefinedResamples } = ratioInterval(shares, () => [
      [0, 1],
      [1, 1],
      [0, 0],
    ]);
    expect({ low, high, undefinedResamples }).toEqual({ low: 0.5, high: 0.5, undefinedResamples: 1 });
  });

  it("is unknown of nothing, of one person, and where nothing can be divided by", () => {
    const none = { low: null, high: null, interval: "none" };
    expect(ratioInterval([], resamplesFor(SEED))).toMatchObject({ value: null, n: 0, ...none });
    expect(ratioInterval([{ numerator: 1, denominator: 4 }], resamplesFor(SEED))).toMatchObject({
      value: 0.25,
      ...none,
    });
    const empty = { numerator: 0, denominator: 0 };
    expect(ratioInterval([empty, empty], resamplesFor(SEED))).toMatchObject({ value: null, n: 2, ...none });
  });
});
