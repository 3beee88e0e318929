import { describe, expect, it } from "vitest";
import { cohenKappa } from "../../../src/core/statistics/cohenKappa.js";
import { gwetAC1 } from "../../../src/core/statistics/gwetAC1.js";
import { kendallTauB } from "../../../src/core/statistics/kendall.js";
import { passAtK } from "../../../src/core/statistics/passK.js";

describe("what statistics refuse", () => {
  it("a rating that is no category", () => {
    expect(() => cohenKappa([["yes", "maybe"]], ["yes", "no"])).toThrow(
      "the rating 'maybe' is none of the categories: yes, no",
    );
  });

  it("the same of many raters", () => {
    expect(() => gwetAC1([["yes", null, "maybe"]], ["yes", "no"])).toThrow("the rating 'maybe' is none");
  });

  it("lists of different lengths", () => {
    expect(() => kendallTauB([1, 2], [1])).toThrow("there are 2 and 1");
  });

  it("a number of tries that is none", () => {
    for (const k of [0, 1.5]) expect(() => passAtK([{ trials: 3, successes: 1 }], k)).toThrow(RangeError);
  });
});

describe("Kendall's tau-b", () => {
  it.each([
    ["the same order", [1, 2, 3], [10, 20, 30], 1],
    ["the other order", [1, 2, 3], [3, 2, 1], -1],
    ["no order in one list", [1, 2, 3], [2, 2, 2], null],
    ["nothing", [], [], null],
  ])("of %s", (_name, first, second, expected) => {
    expect(kendallTauB(first, second)).toBe(expected);
  });
});
