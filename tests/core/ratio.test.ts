import { expect, it } from "vitest";
import { ratioOf } from "../../src/core/statistics/ratio.js";

it("a ratio of sums has its error as a share of it", () => {
  // Sums 9 to 6; residuals 2 - 1.5, 3 - 3, 4 - 4.5; spread 0.25; t(0.975, 2) = 4.3027 times sqrt(0.25 / 3), over a mean of 3.
  const measured = ratioOf([
    { value: 2, to: 1 },
    { value: 3, to: 2 },
    { value: 4, to: 3 },
  ]);
  expect(measured?.ratio).toBe(1.5);
  expect(measured?.error).toBeCloseTo((4.3027 * Math.sqrt(0.25 / 3)) / 3, 4);
});

it("what is always the same share has no error", () => {
  const error = ratioOf([
    { value: 2, to: 4 },
    { value: 5, to: 10 },
  ])?.error;
  expect(error).toBe(0);
});

it("one pair, and sums of nothing, tell no ratio", () => {
  expect(ratioOf([{ value: 2, to: 1 }])).toBeNull();
  expect(
    ratioOf([
      { value: 0, to: 1 },
      { value: 0, to: 2 },
    ]),
  ).toBeNull();
  expect(
    ratioOf([
      { value: 1, to: 0 },
      { value: 2, to: 0 },
    ]),
  ).toBeNull();
});
