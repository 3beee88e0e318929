import { describe, expect, it } from "vitest";
import { intervalsFor, meanInterval, percentile } from "../../src/core/interval.js";

describe("t interval", () => {
  // s = 4.277850, t(.975, 4) = 2.776445; s = 3.741657, t(.975, 7) = 2.364624; t(.975, 1) = 12.706205
  it.each<[number[], number, number, number]>([
    [[12, 15, 9, 20, 17], 14.6, 9.288348, 19.911652],
    [[12, 15, 9, 20, 17, 11, 14, 18], 14.5, 11.371896, 17.628104],
    [[0.25, 0.75], 0.5, -2.676551, 3.676551],
    [[1, 1, 1], 1, 1, 1],
  ])("of %o is %d, from %d to %d", (values, value, low, high) => {
    const found = meanInterval(values);
    expect(found.n).toBe(values.length);
    expect(found.value).toBeCloseTo(value, 5);
    expect(found.low).toBeCloseTo(low, 5);
    expect(found.high).toBeCloseTo(high, 5);
  });

  it("is unknown for one value, and the mean of none is unknown too", () => {
    expect(meanInterval([3])).toMatchObject({ value: 3, low: null, high: null, n: 1 });
    expect(meanInterval([])).toMatchObject({ value: null, low: null, high: null, n: 0 });
  });
});

describe("percentile", () => {
  it("of all 27 resamples of [1, 2, 4] is the exhaustive bootstrap's", () => {
    const values = [1, 2, 4];
    const means = values.flatMap((a) => values.flatMap((b) => values.map((c) => (a + b + c) / 3)));
    expect(percentile(means, 0.025)).toBeCloseTo(1.216667, 5);
    expect(percentile(means, 0.975)).toBeCloseTo(3.566667, 5);
  });

  it("goes from the least to the greatest", () => {
    expect([0, 0.5, 1].map((share) => percentile([3, 1, 2], share))).toEqual([1, 2, 3]);
  });
});

describe("intervals of a run", () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => (index % 5) / 4);

  it("are by t under 20 persons and by bootstrap from 20 on", () => {
    const intervalOf = intervalsFor(1);
    expect(intervalOf(people(19))).toEqual(meanInterval(people(19)));
    expect(intervalOf(people(20)).interval).toContain("bootstrap");
  });

  it("come near each other on many persons", () => {
    const [t, bootstrap] = [meanInterval(people(100)), intervalsFor(1)(people(100))];
    expect(bootstrap.value).toBeCloseTo(0.5);
    expect(bootstrap.low).toBeCloseTo(t.low ?? 0, 1);
    expect(bootstrap.high).toBeCloseTo(t.high ?? 0, 1);
  });

  it("are the same for the same seed, whatever was asked before", () => {
    const intervalOf = intervalsFor(7);
    intervalOf(people(30));
    expect(intervalOf(people(25))).toEqual(intervalsFor(7)(people(25)));
    expect(intervalOf(people(25))).not.toEqual(intervalsFor(8)(people(25)));
  });
});
