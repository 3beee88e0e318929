import { describe, expect, it } from "vitest";
import { pairedPower, pairsNeeded, personsNeeded, powerTable } from "../../../src/core/statistics/power.js";

describe("the power of a paired comparison", () => {
  it("is a table: what each effect needs, and what some numbers of persons would see of it", () => {
    const [half, none] = powerTable([0.25, 0], [10, 34], 0.5);
    expect(half).toMatchObject({ effect: 0.25, needed: 34 });
    expect(half?.powers.map(({ persons, power }) => [persons, power?.toFixed(3)])).toEqual([
      [10, "0.293"],
      [34, "0.808"],
    ]);
    expect(none).toMatchObject({ effect: 0, needed: null });
    expect(none?.powers[1]?.power).toBeCloseTo(0.05, 9);
  });

  it("asks for the fewest persons: one fewer is too few", () => {
    for (const effect of [0.15, 0.4, 0.9, 1.7]) {
      const needed = personsNeeded(effect, 1, { power: 0.9 }) as number;
      expect(pairedPower(needed, effect, 1)).toBeGreaterThanOrEqual(0.9);
      expect(pairedPower(needed - 1, effect, 1)).toBeLessThan(0.9);
    }
  });

  it("asks for more at a stricter error and for more power", () => {
    const usual = personsNeeded(0.5, 1) as number;
    expect(personsNeeded(0.5, 1, { alpha: 0.01 })).toBeGreaterThan(usual);
    expect(personsNeeded(0.5, 1, { power: 0.9 })).toBeGreaterThan(usual);
    expect(pairsNeeded(-0.1, 0.3)).toBe(pairsNeeded(0.1, 0.3));
  });

  it("refuses discordances that cannot be", () => {
    expect(() => pairsNeeded(0.3, 0.2)).toThrow(/disagree on at least that share/);
    expect(() => pairsNeeded(0.3, 1.2)).toThrow(RangeError);
  });
});
