import { describe, expect, it } from "vitest";
import { comparisonOf, type Side } from "../../src/core/comparison.js";
import { drawsFor } from "../../src/core/draws.js";
import type { Score } from "../../src/schema/score.js";
import type { TrialResult } from "../../src/schema/trial.js";

const HIGHER = [{ id: "use.adherence", direction: "higher" as const }];
const assistant = { id: "a", technique: "a", model: "offline", materials: "own" as const, memory: "given" as const };

/** An arm by its values: one person a list, one scenario a value; null is unknown. */
function side(
  values: readonly (readonly (number | null)[])[],
  outcomes: Record<string, TrialResult["outcome"]> = {},
): Side {
  const heads: TrialResult[] = [];
  const scores: Score[] = [];
  values.forEach((own, person) =>
    own.forEach((value, scenario) => {
      const id = `p${person}.s${scenario}`;
      heads.push({
        id,
        persona: `p${person}`,
        scenario: `s${scenario}`,
        repeat: 0,
        assistant,
        outcome: outcomes[id] ?? "completed",
        probes: [],
      });
      scores.push({
        schema: "dramatis/score@1",
        trial: id,
        scorer: "use.adherence",
        version: 1,
        value,
        n: value === null ? 0 : 1,
        reason: null,
        evidence: [],
      });
    }),
  );
  return { heads, scores };
}

const people = (count: number, value: (person: number, scenario: number) => number) =>
  Array.from({ length: count }, (_, person) => [0, 1].map((scenario) => value(person, scenario)));

describe("a comparison", () => {
  it("finds an arm that got worse by persons, whatever the direction is called", () => {
    const before = side(people(12, (person) => 0.7 + person / 100));
    const after = side(people(12, (person, scenario) => 0.5 + person / 100 + scenario / 50));
    const [worse] = comparisonOf(before, after, HIGHER, 1).scorers;
    expect(worse).toMatchObject({ verdict: "worse", persons: 12, pairs: 24 });
    expect(worse?.difference).toBeCloseTo(-0.19, 12);
    const [better] = comparisonOf(before, after, [{ id: "use.adherence", direction: "lower" }], 1).scorers;
    expect(better?.verdict).toBe("better");
  });

  it("says same where nothing moved, and unclear where it cannot be told", () => {
    const same = side(people(8, () => 0.5));
    expect(comparisonOf(same, same, HIGHER, 1).scorers[0]).toMatchObject({ verdict: "same", difference: 0 });
    const mixed = side(people(8, (person) => (person % 2 === 0 ? 0.6 : 0.4)));
    expect(comparisonOf(same, mixed, HIGHER, 1).scorers[0]?.verdict).toBe("unclear");
  });

  it("counts a person once, however many trials they have", () => {
    const many = [Array.from({ length: 40 }, () => 1), [0], [0], [0], [0]];
    const none = many.map((own) => own.map(() => 0));
    const [found] = comparisonOf(side(none), side(many), HIGHER, 1).scorers;
    expect(found).toMatchObject({ persons: 5, pairs: 44, difference: 0.2, verdict: "unclear" });
  });

  it("leaves out of both what failed in one, and tells what has no partner", () => {
    const before = side(
      people(6, () => 1),
      { "p0.s0": "simulator_error" },
    );
    const after = side([...people(5, () => 1), [1]]);
    expect(comparisonOf(before, after, HIGHER, 1)).toMatchObject({ pairs: 10, dropped: 1, unmatched: 1 });
  });

  it("passes over what is unknown on either side", () => {
    const [found] = comparisonOf(
      side([
        [1, null],
        [1, 1],
      ]),
      side([
        [1, 1],
        [null, 0],
      ]),
      HIGHER,
      1,
    ).scorers;
    expect(found).toMatchObject({ pairs: 2, persons: 2 });
    expect(comparisonOf(side([[null]]), side([[1]]), HIGHER, 1).scorers).toEqual([]);
  });

  it("tests trials that are a plain yes or no also by McNemar", () => {
    const before = side(Array.from({ length: 15 }, () => [1]));
    const after = side(Array.from({ length: 15 }, (_, person) => [person < 12 ? 0 : 1]));
    expect(comparisonOf(before, after, HIGHER, 1).scorers[0]?.mcnemar).toBeCloseTo(2 * 0.5 ** 12, 12);
  });

  it("corrects for looking at several scorers", () => {
    const scales = [HIGHER[0] as (typeof HIGHER)[0], { id: "use.adherence", direction: "higher" as const }];
    const before = side(people(6, () => 0));
    const after = side(people(6, (person) => (person + 1) / 10));
    const [alone] = comparisonOf(before, after, HIGHER, 1).scorers;
    const [both] = comparisonOf(before, after, scales, 1).scorers;
    expect(alone?.adjusted).toBeCloseTo(2 / 64, 12);
    expect(both?.adjusted).toBeCloseTo(4 / 64, 12);
    expect([alone?.verdict, both?.verdict]).toEqual(["better", "unclear"]);
  });

  it("rejects about one in twenty where nothing is different", () => {
    const draws = drawsFor("a/a");
    const noisy = () => side(people(12, () => draws.number("value")));
    const verdicts = Array.from({ length: 100 }, () => comparisonOf(noisy(), noisy(), HIGHER, 1).scorers[0]?.verdict);
    const rejected = verdicts.filter((verdict) => verdict !== "unclear").length / 100;
    expect(rejected).toBeGreaterThanOrEqual(0.01);
    expect(rejected).toBeLessThan(0.13);
  });
});
