import { describe, expect, it } from "vitest";
import { DEFECTS } from "../../src/mutations/registry.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
// @ts-expect-error a tool has no types
import { claimsOf } from "../../tools/claims.mjs";

const KINDS = DEFECTS.map(({ kind }) => kind);

describe("who claims a planted defect", () => {
  it("is said for every kind, and by scorers of which one way is better", () => {
    const claims: Map<string, string[]> = claimsOf(DETERMINISTIC_SCORERS, KINDS);
    const better = DETERMINISTIC_SCORERS.filter(({ direction }) => direction !== "neither").map(({ id }) => id);
    expect([...claims.keys()]).toEqual(KINDS);
    expect([...claims.values()].flat().length).toBeGreaterThan(10);
    expect([...claims.values()].flat().filter((id) => !better.includes(id))).toEqual([]);
  });

  it("must be a scorer that there is, and of a kind that is planted", () => {
    const without = DETERMINISTIC_SCORERS.filter(({ id }) => id !== "misuse.leak");
    expect(() => claimsOf(without, KINDS)).toThrow("no scorer is called misuse.leak");
    const fewer = KINDS.filter((kind) => kind !== "leak");
    expect(() => claimsOf(DETERMINISTIC_SCORERS, fewer)).toThrow("misuse.leak claims leak, which nothing plants");
  });
});
