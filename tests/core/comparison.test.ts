import { describe, expect, it } from "vitest";
import { comparisonsOf, type Scale, type Scored, type Side } from "../../src/core/comparison.js";
import { drawsFor } from "../../src/core/draws.js";
import { type Bound, regressionsOf } from "../../src/core/regression.js";
import { comparison } from "../../src/schema/comparison.js";
import { type TrialEncounter, trialEncounter } from "../../src/schema/trial.js";

const ADHERENCE = "use.adherence";
const LEAK = "misuse.leak";
const HIGHER: Scale[] = [{ id: ADHERENCE, direction: "higher" }];
const assistant = { id: "a", technique: "a", model: "offline", materials: "own", memory: "given" };
const diet = (value: string) => [
  { fact: "diet", slot: "diet", condition: { is: value }, from: null, to: null, by: "file", told: null },
];

interface Made {
  scorer?: string;
  version?: number;
  judge?: NonNullable<Scored["judge"]>;
  reason?: string;
  /** By trial, as `p0.s1`. */
  trials?: Record<string, Partial<TrialEncounter> | { assistant: typeof assistant }>;
}

/** An arm by its values: one person a list, one scenario a value; null is unknown. */
function side(
  values: readonly (readonly (number | null)[])[],
  { scorer = ADHERENCE, version = 1, judge, reason = "no fact was required", trials = {} }: Made = {},
): Side {
  const met: TrialEncounter[] = [];
  const scores = new Map<string, Scored>();
  values.forEach((own, person) =>
    own.forEach((value, scenario) => {
      const id = `p${person}.s${scenario}`;
      const head = { id, persona: `p${person}`, scenario: `s${scenario}`, repeat: 0, assistant, outcome: "completed" };
      met.push(trialEncounter.parse({ ...head, seed: 1, truth: diet("vegan"), ...trials[id] }));
      scores.set(id, {
        version,
        value,
        n: value === null ? 0 : 1,
        reason: value === null ? reason : null,
        ...(judge ? { judge } : {}),
      });
    }),
  );
  const name = { run: "r", assistant: "a", players: "rules", label: "exploratory" };
  return { id: "a", name, trials: met, scores: new Map([[scorer, scores]]) };
}

/** One arm against another, on the scorers that are compared. */
const compared = (before: Side, after: Side, scales: readonly Scale[] = HIGHER, seed = 1) =>
  comparison.parse(comparisonsOf([[before, after]], scales, seed)[0]);

const people = (count: number, value: (person: number, scenario: number) => number) =>
  Array.from({ length: count }, (_, person) => [0, 1].map((scenario) => value(person, scenario)));

describe("a comparison", () => {
  it("finds an arm that got worse by persons, whatever the direction is called", () => {
    const before = side(people(12, (person) => 0.7 + person / 100));
    const after = side(people(12, (person, scenario) => 0.5 + person / 100 + scenario / 50));
    const [worse] = compared(before, after).scorers;
    expect(worse).toMatchObject({ verdict: "worse", persons: 12, pairs: 24 });
    expect(worse?.difference).toBeCloseTo(-0.19, 12);
    const [better] = compared(before, after, [{ id: ADHERENCE, direction: "lower" }]).scorers;
    expect(better?.verdict).toBe("better");
  });

  it("says same where nothing moved, and unclear where it cannot be told", () => {
    const same = side(people(8, () => 0.5));
    expect(compared(same, same).scorers[0]).toMatchObject({ verdict: "same", difference: 0 });
    const mixed = side(people(8, (person) => (person % 2 === 0 ? 0.6 : 0.4)));
    expect(compared(same, mixed).scorers[0]?.verdict).toBe("unclear");
  });

  it("counts a person once, however many trials they have", () => {
    const many = [Array.from({ length: 40 }, () => 1), [0], [0], [0], [0]];
    const none = many.map((own) => own.map(() => 0));
    const [found] = compared(side(none), side(many)).scorers;
    expect(found).toMatchObject({ persons: 5, pairs: 44, difference: 0.2, verdict: "unclear" });
  });

  it("leaves out pairs that are none, and counts them by their reasons", () => {
    const everyone = people(8, () => 1);
    const before = side(everyone, { trials: { "p0.s0": { outcome: "simulator_error" } } });
    const after = side([...people(7, () => 1), [1]], {
      trials: {
        "p1.s0": { seed: 2 },
        "p2.s0": { truth: trialEncounter.shape.truth.parse(diet("none")) },
        "p3.s0": { outcome: "infrastructure_error" },
      },
    });
    expect(compared(before, after)).toMatchObject({
      pairs: 11,
      left_out: [
        { reason: "simulator_error", pairs: 1 },
        { reason: "missing_after", pairs: 1 },
        { reason: "other_seed", pairs: 1 },
        { reason: "other_truth", pairs: 1 },
        { reason: "infrastructure_error", pairs: 1 },
      ],
    });
    expect(compared(after, before).left_out).toContainEqual({ reason: "missing_before", pairs: 1 });
  });

  it("leaves a pair out where the simulated user failed in a third arm of a run", () => {
    const run = side(
      people(6, () => 1),
      { trials: { "p0.s0": { outcome: "simulator_error", assistant: { ...assistant, id: "third" } } } },
    );
    const left = compared(run, side(people(6, () => 1))).left_out;
    expect(left).toEqual([{ reason: "simulator_error", pairs: 1 }]);
  });

  it("passes over what is unknown on either side, and counts it", () => {
    const [found] = compared(
      side([
        [1, null],
        [1, 1],
      ]),
      side([
        [1, 1],
        [null, 0],
      ]),
    ).scorers;
    expect(found).toMatchObject({ pairs: 2, persons: 2, unknown: 2 });
  });

  it("gives no verdict on what is unknown, and says why", () => {
    const verdictOf = (before: Side, after: Side, scales = HIGHER) => {
      const [found] = compared(before, after, scales).scorers;
      return [found?.verdict, found?.difference, found?.p, found?.adjusted, found?.reason];
    };
    expect(verdictOf(side([[null]]), side([[1]]))).toEqual([null, null, null, null, "no fact was required"]);
    expect(verdictOf(side([]), side([[1]]))).toEqual([null, null, null, null, "no pair"]);
    expect(verdictOf(side([[1]]), side([[1]], { scorer: LEAK }))[4]).toBe("not among the scorers of both");
    const versions = verdictOf(
      side(people(8, () => 0)),
      side(
        people(8, () => 1),
        { version: 2 },
      ),
    );
    expect(versions.slice(0, 2)).toEqual([null, null]);
    expect(versions[4]).toContain("version 1 of it before, 2 after");
    const neither = verdictOf(side(people(8, () => 0)), side(people(8, () => 1)), [
      { id: ADHERENCE, direction: "neither" },
    ]);
    expect(neither).toEqual([null, 1, 2 / 2 ** 8, null, "neither way is better"]);
  });

  it("says where too few persons moved for any verdict", () => {
    const [found] = compared(side(people(5, () => 0)), side(people(5, () => 1))).scorers;
    expect(found).toMatchObject({ verdict: "unclear", reason: "only 5 of 5 persons moved: p cannot be under 0.0625" });
  });

  it("weighs a person's trials by their chances, as summaries do", () => {
    const weighted = side([[1, 0]]);
    weighted.scores.get(ADHERENCE)?.forEach((score, trial) => {
      score.n = trial === "p0.s0" ? 3 : 1;
    });
    expect(compared(side([[0, 0]]), weighted).scorers[0]?.after).toBe(0.75);
  });

  it("tests trials that are a plain yes or no also by McNemar", () => {
    const before = side(Array.from({ length: 15 }, () => [1]));
    const after = side(Array.from({ length: 15 }, (_, person) => [person < 12 ? 0 : 1]));
    expect(compared(before, after).scorers[0]?.mcnemar).toBeCloseTo(2 * 0.5 ** 12, 12);
  });

  it("corrects for looking at several scorers", () => {
    const scales = [...HIGHER, ...HIGHER];
    const before = side(people(6, () => 0));
    const after = side(people(6, (person) => (person + 1) / 10));
    const [alone] = compared(before, after).scorers;
    const [both] = compared(before, after, scales).scorers;
    expect(alone?.adjusted).toBeCloseTo(2 / 64, 12);
    expect(both?.adjusted).toBeCloseTo(4 / 64, 12);
    expect([alone?.verdict, both?.verdict]).toEqual(["better", "unclear"]);
  });

  it("corrects over all arms compared, and takes no test of what did not move", () => {
    const before = side(people(6, () => 0));
    const after = side(people(6, (person) => (person + 1) / 10));
    const adjusted = (sides: [Side, Side][]) => comparisonsOf(sides, HIGHER, 1)[0]?.scorers[0]?.adjusted;
    expect(
      adjusted([
        [before, after],
        [before, after],
      ]),
    ).toBeCloseTo(4 / 64, 12);
    expect(
      adjusted([
        [before, after],
        [before, before],
      ]),
    ).toBeCloseTo(2 / 64, 12);
  });

  it("has primary endpoints first, and corrects them by themselves", () => {
    const both = (value: (person: number) => number): Side => {
      const made = side(people(6, value));
      return { ...made, scores: new Map([ADHERENCE, LEAK].map((id) => [id, made.scores.get(ADHERENCE) ?? new Map()])) };
    };
    const scales: Scale[] = [...HIGHER, { id: LEAK, direction: "lower" }];
    const { scorers } = compared(
      both(() => 0),
      both((person) => (person + 1) / 10),
      scales,
    );
    expect(scorers.map(({ scorer, endpoint, verdict }) => [scorer, endpoint, verdict])).toEqual([
      [LEAK, "primary", "worse"],
      [ADHERENCE, "exploratory", "better"],
    ]);
    for (const { adjusted } of scorers) expect(adjusted).toBeCloseTo(2 / 64, 12);
  });

  it("rejects about one in twenty where nothing is different", () => {
    const draws = drawsFor("a/a");
    const noisy = () => side(people(12, () => draws.number("value")));
    const verdicts = Array.from({ length: 100 }, () => compared(noisy(), noisy()).scorers[0]?.verdict);
    const rejected = verdicts.filter((verdict) => verdict !== "unclear").length / 100;
    expect(rejected).toBeGreaterThanOrEqual(0.01);
    expect(rejected).toBeLessThan(0.13);
  });
});

describe("a regression", () => {
  const worse = compared(side(people(12, () => 0.8)), side(people(12, (person) => 0.6 + person / 100)));
  const whys = (bounds: readonly Bound[], found = worse) => regressionsOf(found, bounds).map(({ why }) => why);

  it("is what got worse by more than the size, with the whole interval", () => {
    expect(worse.scorers[0]?.difference).toBeCloseTo(-0.145, 12);
    expect(whys([{ scorer: ADHERENCE, size: 0 }])).toEqual(["worse"]);
    expect(whys([{ scorer: ADHERENCE, size: 0.1 }])).toEqual(["worse by more than 0.1"]);
    expect(whys([{ scorer: ADHERENCE, size: 0.14 }])).toEqual([]);
  });

  it("is asked of any scorer, or of one", () => {
    expect(whys([{ scorer: "any", size: 0 }])).toEqual(["worse"]);
    expect(whys([{ scorer: LEAK, size: 0 }])).toEqual([]);
  });

  it("is no gain, and nothing unclear", () => {
    const better = compared(side(people(12, () => 0)), side(people(12, () => 1)));
    const unclear = compared(side(people(3, () => 1)), side(people(3, () => 0)));
    for (const found of [better, unclear]) expect(whys([{ scorer: "any", size: 0 }], found)).toEqual([]);
  });

  it("is also what is bounded by name and unknown: that is no pass", () => {
    const unknown = compared(side([[null]]), side([[1]]));
    expect(whys([{ scorer: ADHERENCE, size: 0 }], unknown)).toEqual(["unknown: no fact was required"]);
    expect(whys([{ scorer: "any", size: 0 }], unknown)).toEqual([]);
  });

  it("is also where there is no pair at all, whatever is bounded", () => {
    const apart = { ...compared(side([[null]]), side([[1]])), pairs: 0 };
    expect(whys([{ scorer: "any", size: 0 }], apart)).toEqual(["no pair, so nothing was compared"]);
    expect(whys([], apart)).toEqual([]);
  });
});

it("of two judges is none: such numbers are unknown, and why", () => {
  const judge = { rubric: "overuse", version: 3, sha256: "a".repeat(64), model: "openai:one" };
  const values = people(12, (person) => person / 12);
  const same = compared(side(values, { judge }), side(values, { judge })).scorers[0];
  expect(same).toMatchObject({ verdict: "same", pairs: 24 });
  for (const other of [
    { ...judge, model: "openai:other" },
    { ...judge, version: 4, sha256: "b".repeat(64) },
  ]) {
    const [one] = compared(side(values, { judge }), side(values, { judge: other })).scorers;
    expect(one).toMatchObject({ verdict: null, pairs: 0, unknown: 24 });
    expect(one?.reason).toContain("judged by openai:one with overuse 3 (aaaaaaaa) before, by ");
  }
});
