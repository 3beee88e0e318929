import { describe, expect, it } from "vitest";
import { drawsFor } from "../../../src/core/draws.js";
import { intervalsFor } from "../../../src/core/statistics/interval.js";

const SEED = 1;
const intervalOf = intervalsFor(SEED);
const people = (count: number) => Array.from({ length: count }, (_, index) => (index % 5) / 4);

describe("t interval, under 20 persons", () => {
  // s = 4.277850, t(.975, 4) = 2.776445; s = 3.741657, t(.975, 7) = 2.364624; t(.975, 1) = 12.706205
  it.each<[number[], number, number, number]>([
    [[12, 15, 9, 20, 17], 14.6, 9.288348, 19.911652],
    [[12, 15, 9, 20, 17, 11, 14, 18], 14.5, 11.371896, 17.628104],
    [[0.25, 0.75], 0.5, -2.676551, 3.676551],
    [[1, 1, 1], 1, 1, 1],
  ])("of %o is %d, from %d to %d", (values, value, low, high) => {
    const found = intervalOf(values);
    expect(found).toMatchObject({ n: values.length, interval: "95% t on person means" });
    expect(found.value).toBeCloseTo(value, 5);
    expect(found.low).toBeCloseTo(low, 5);
    expect(found.high).toBeCloseTo(high, 5);
  });

  // Quantiles: R's qt(.975, ν). n - 1 ones and one 0 have the variance 1/n, so half the interval is t(.975, n-1) / n.
  it.each<[number, number]>([
    [2, 12.706204736],
    [3, 4.30265273],
    [11, 2.228138852],
    [19, 2.10092204],
  ])("of %d persons takes the right quantile", (n, quantile) => {
    const { value, high } = intervalOf([0, ...Array.from({ length: n - 1 }, () => 1)]);
    expect(((high as number) - (value as number)) * n).toBeCloseTo(quantile, 8);
  });

  it("is unknown for one value, and the mean of none is unknown too", () => {
    expect(intervalOf([3])).toMatchObject({ value: 3, low: null, high: null, n: 1 });
    expect(intervalOf([])).toMatchObject({ value: null, low: null, high: null, n: 0 });
  });
});

describe("bootstrap, from 20 persons on", () => {
  it("begins at 20", () => {
    expect(intervalOf(people(19)).interval).toContain("95% t");
    expect(intervalOf(people(20)).interval).toContain("bootstrap");
  });

  // Type 7 of 2,000 sorted means: at .025 · 1999 = 49.975 and at .975 · 1999 = 1949.025, counted from 0.
  it("is the 2.5th and the 97.5th percentile of the means of 2,000 resamples", () => {
    const values = people(24);
    const draws = drawsFor(`${SEED}|bootstrap|24`);
    const resampled = () => values.map(() => draws.pick("person", values)).reduce((sum, value) => sum + value, 0) / 24;
    const means = Array.from({ length: 2000 }, resampled).sort((one, other) => one - other);
    const at = (place: number) => means[place] as number;
    const { low, high } = intervalOf(values);
    expect(low).toBeCloseTo(at(49) + 0.975 * (at(50) - at(49)), 12);
    expect(high).toBeCloseTo(at(1949) + 0.025 * (at(1950) - at(1949)), 12);
  });

  it("comes near the normal interval on many persons", () => {
    const values = people(60);
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / 59);
    const { value, low, high } = intervalOf(values);
    expect(value).toBeCloseTo(0.5);
    expect(low).toBeCloseTo(0.5 - (1.96 * deviation) / Math.sqrt(60), 1);
    expect(high).toBeCloseTo(0.5 + (1.96 * deviation) / Math.sqrt(60), 1);
  });

  it("is the same for the same seed, whatever was asked before", () => {
    const ofSeven = intervalsFor(7);
    ofSeven(people(21));
    expect(ofSeven(people(20))).toEqual(intervalsFor(7)(people(20)));
    expect(ofSeven(people(20))).not.toEqual(intervalsFor(8)(people(20)));
  });
});
