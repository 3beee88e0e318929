import { describe, expect, it } from "vitest";
import { drawsFor } from "../../../src/core/draws.js";
import { signFlipTest } from "../../../src/core/statistics/signFlip.js";

const drawn = (n: number, shift: number) => {
  const draws = drawsFor("differences");
  return Array.from({ length: n }, () => draws.within("one", [-1, 1]) + shift);
};

describe("the sign-flip test", () => {
  it("goes through all patterns of 20 differences, and draws them of 21", () => {
    expect(signFlipTest(drawn(20, 0.1), 1)).toMatchObject({ how: "exact", patterns: 2 ** 20, n: 20 });
    expect(signFlipTest(drawn(21, 0.1), 1)).toMatchObject({ how: "drawn", patterns: 9_999, n: 21 });
  });

  it("does not let differences of 0 cost patterns", () => {
    const some = drawn(10, 0.2);
    const withZeros = signFlipTest([...some, ...Array.from({ length: 30 }, () => 0)], 1);
    expect(withZeros).toMatchObject({ how: "exact", n: 40, p: signFlipTest(some, 1).p });
  });

  it("gives the same p for the same seed, another for another", () => {
    const many = drawn(60, 0.1);
    expect(signFlipTest(many, 7)).toEqual(signFlipTest(many, 7));
    expect(signFlipTest(many, 7).p).not.toBe(signFlipTest(many, 8).p);
  });

  // 21 differences of which one is 1e-9: the exact p is that of the other 20, whose patterns can be gone through.
  it("comes near the exact p where it draws", () => {
    const twenty = drawn(20, 0.15);
    const exact = signFlipTest(twenty, 1).p as number;
    const near = signFlipTest([...twenty, 1e-9], 1).p as number;
    expect(Math.abs(near - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 9_999));
  });

  it("is never 0, however clear the difference", () => {
    expect(signFlipTest(drawn(100, 5), 1).p).toBe(1 / 10_000);
  });

  it("says the mean difference", () => {
    expect(signFlipTest([1, 2, 6], 1).mean).toBe(3);
    expect(signFlipTest([], 1).mean).toBeNull();
  });
});
