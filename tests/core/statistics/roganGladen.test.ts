import { describe, expect, it } from "vitest";
import { correctedRate, type Judged } from "../../../src/core/statistics/roganGladen.js";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

/** A judge with Se .9 and Sp .8, and 40 persons of whose ten things it called 62 % positive. */
const JUDGED: Judged = {
  positives: of(90, 100),
  negatives: of(80, 100),
  persons: Array.from({ length: 40 }, (_, person) => of(person % 2 === 0 ? 7.4 : 5, 10)),
};

const width = ({ low, high }: { low: number | null; high: number | null }) => (high as number) - (low as number);

describe("the rate behind a judge's", () => {
  it("is corrected, within its interval", () => {
    const found = correctedRate(JUDGED, 5);
    expect(found.reported).toBeCloseTo(0.62, 9);
    expect(found).toMatchObject({ sensitivity: 0.9, specificity: 0.8, undefinedResamples: 0 });
    expect(found.value).toBeCloseTo(0.6, 9);
    expect(found.low).toBeLessThan(0.6);
    expect(found.high).toBeGreaterThan(0.6);
  });

  it("is surer of a judge that was calibrated on more, and never as sure as of one without errors", () => {
    const tenfold = { ...JUDGED, positives: of(900, 1000), negatives: of(800, 1000) };
    expect(width(correctedRate(tenfold, 5))).toBeLessThan(width(correctedRate(JUDGED, 5)));
    const perfect = { ...JUDGED, positives: of(100, 100), negatives: of(100, 100) };
    expect(width(correctedRate(perfect, 5))).toBeLessThan(width(correctedRate(tenfold, 5)));
  });

  it("is the same for the same seed", () => {
    expect(correctedRate(JUDGED, 5)).toEqual(correctedRate(JUDGED, 5));
    expect(correctedRate(JUDGED, 5)).not.toEqual(correctedRate(JUDGED, 6));
  });

  it("is unknown without a calibration, without persons, and of a judge that guesses", () => {
    const nothing = { value: null, low: null, high: null };
    expect(correctedRate({ ...JUDGED, positives: of(0, 0) }, 5)).toMatchObject({ ...nothing, sensitivity: null });
    expect(correctedRate({ ...JUDGED, persons: [] }, 5)).toMatchObject({ ...nothing, reported: null });
    expect(correctedRate({ ...JUDGED, negatives: of(10, 100) }, 5)).toMatchObject(nothing);
  });

  it("leaves out the resamples in which the judge guesses, and counts them", () => {
    const weak = { ...JUDGED, positives: of(4, 6), negatives: of(4, 6) };
    const { undefinedResamples, low, high } = correctedRate(weak, 5);
    expect(undefinedResamples).toBeGreaterThan(0);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
  });
});
