import { expect, it } from "vitest";
import { studentQuantile } from "../../src/core/student.js";

// Published tables: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, to three places; R's qt(.975, ν) to nine.
it.for([
  [1, 12.706204736],
  [2, 4.30265273],
  [10, 2.228138852],
  [18, 2.10092204],
])("t(.975, %i) is in the table", ([degrees, quantile]) => {
  expect(studentQuantile(degrees as number)).toBeCloseTo(quantile as number, 8);
});

it.for([
  [19, 2.093024054],
  [30, 2.042272456],
  [60, 2.000297822],
  [120, 1.979930405],
  [1000, 1.962339081],
])("t(.975, %i) is near enough beyond it", ([degrees, quantile]) => {
  expect(Math.abs(studentQuantile(degrees as number) - (quantile as number))).toBeLessThan(4e-7);
});

it("falls from each to the next", () => {
  const found = Array.from({ length: 60 }, (_, index) => studentQuantile(index + 1));
  expect(found.slice(1).every((quantile, index) => quantile < (found[index] as number))).toBe(true);
});
