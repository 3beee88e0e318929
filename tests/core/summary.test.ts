import { describe, expect, it } from "vitest";
import { caption, estimateOf, shortValue } from "../../src/core/headline.js";
import { allSucceed } from "../../src/core/statistics/passK.js";
import { type Results, summaryOf } from "../../src/core/summary.js";
import type { Outcome } from "../../src/schema/event.js";
import type { Score } from "../../src/schema/score.js";
import { type AssistantSpec, assistantNameOf, assistantSpec } from "../../src/schema/suite.js";
import type { TrialResult } from "../../src/schema/trial.js";

type Arm = Partial<AssistantSpec> & { technique: string };
type Row = { arm?: Arm; persona: string; repeat?: number; outcome?: Outcome } & Record<string, unknown>;

const ADHERENCE = "use.adherence";
const COMPLETED = "service.completed";
const scale = (id: string) => ({ id, version: 1, direction: "higher" as const, cannotSee: "much" });

/** Trials of one scenario with their scores: `{ persona: "a", "use.adherence": [0.5, 3] }` is 0.5 out of 3 chances. */
function results(rows: readonly Row[], suite: Partial<Results["run"]["suite"]> = {}): Results {
  const heads = rows.map(
    ({ arm = { technique: "generic" }, persona, repeat = 0, outcome = "completed" }): TrialResult => {
      const assistant = assistantNameOf(assistantSpec.parse(arm));
      return {
        id: `${persona}.${assistant.id}.${repeat}`,
        persona,
        scenario: "s",
        repeat,
        assistant,
        outcome,
        probes: [],
      };
    },
  );
  const scores = rows.flatMap((row, index) =>
    Object.entries(row).flatMap(([scorer, given]): Score[] => {
      if (!Array.isArray(given)) return [];
      const [value, n] = given;
      const trial = (heads[index] as TrialResult).id;
      return [{ schema: "dramatis/score@1", trial, scorer, version: 1, value, n, reason: null, evidence: [] }];
    }),
  );
  return {
    run: { id: "r", label: "exploratory", players: "rules", suite: { seed: 1, thresholds: [], repeats: 1, ...suite } },
    scales: [scale(ADHERENCE), scale(COMPLETED)],
    heads,
    scores,
  };
}

const GENERIC = { technique: "generic" };
const ORACLE = { technique: "oracle" };
const estimate = (rows: readonly Row[], scorer: string, arm: string, suite = {}) =>
  estimateOf(summaryOf(results(rows, suite)), scorer, arm);

describe("a number of an arm", () => {
  it("is the mean over persons of their trials, weighted by chances", () => {
    const found = estimate(
      [
        { persona: "a", repeat: 0, [ADHERENCE]: [1, 3] },
        { persona: "a", repeat: 1, [ADHERENCE]: [0, 1] },
        { persona: "b", [ADHERENCE]: [0.25, 100] },
      ],
      ADHERENCE,
      "generic",
    );
    expect(found).toMatchObject({ value: 0.5, n: 2, trials: 3, reason: null, direction: "higher" });
    expect(found?.low).toBeCloseTo(-2.676551, 5);
  });

  it("leaves out what is unknown, and is unknown with a reason where all is", () => {
    const rows = [
      { persona: "a", [ADHERENCE]: [null, 0] },
      { persona: "b", [ADHERENCE]: [0, 2] },
    ];
    expect(estimate(rows, ADHERENCE, "generic")).toMatchObject({ value: 0, n: 1, trials: 1 });
    expect(estimate(rows.slice(0, 1), ADHERENCE, "generic")).toMatchObject({
      value: null,
      low: null,
      n: 0,
      reason: "no trial had a chance to show it",
    });
  });

  it("leaves a pair out of every arm where the simulated user failed in one", () => {
    const rows: Row[] = [
      { persona: "a", arm: GENERIC, [ADHERENCE]: [1, 1] },
      { persona: "a", arm: ORACLE, outcome: "simulator_error" },
      { persona: "b", arm: GENERIC, [ADHERENCE]: [0, 1] },
      { persona: "b", arm: ORACLE, [ADHERENCE]: [1, 1] },
    ];
    const summary = summaryOf(results(rows));
    expect(summary.dropped_pairs).toBe(1);
    expect(estimateOf(summary, ADHERENCE, "generic")).toMatchObject({ value: 0, n: 1 });
    expect(estimateOf(summary, "comparison.gain", "oracle")).toMatchObject({ value: 1, n: 1, trials: 1 });
    expect(summary.outcomes).toEqual({ generic: { completed: 2 }, oracle: { simulator_error: 1, completed: 1 } });
  });

  it("keeps the trials of a pair that infrastructure failed in one arm only", () => {
    const rows: Row[] = [
      { persona: "a", arm: GENERIC, [ADHERENCE]: [0.5, 1] },
      { persona: "a", arm: ORACLE, outcome: "infrastructure_error", [ADHERENCE]: [null, 0] },
    ];
    const summary = summaryOf(results(rows));
    expect(summary.dropped_pairs).toBe(0);
    expect(estimateOf(summary, ADHERENCE, "generic")?.value).toBe(0.5);
    expect(estimateOf(summary, "comparison.gain", "oracle")).toMatchObject({
      value: null,
      reason: "no pair was finished by both oracle and generic",
    });
  });
});

describe("comparisons", () => {
  it("gain is the mean over persons of paired differences", () => {
    const rows = [
      { persona: "a", arm: GENERIC, [ADHERENCE]: [0.2, 2] },
      { persona: "a", arm: ORACLE, [ADHERENCE]: [1, 2] },
      { persona: "b", arm: GENERIC, [ADHERENCE]: [0.5, 2] },
      { persona: "b", arm: ORACLE, [ADHERENCE]: [0.7, 2] },
      { persona: "c", arm: ORACLE, [ADHERENCE]: [1, 2] },
    ];
    const gain = estimate(rows, "comparison.gain", "oracle");
    expect(gain?.value).toBeCloseTo(0.5);
    expect(gain).toMatchObject({ n: 2, trials: 2 });
    expect(estimate(rows, "comparison.gain", "generic")).toBeUndefined();
  });

  it("gain is over the generic arm of the same model", () => {
    const model = "openai:m";
    const rows = [
      { persona: "a", arm: GENERIC, [ADHERENCE]: [0, 1] },
      { persona: "a", arm: { ...GENERIC, model }, [ADHERENCE]: [0.75, 1] },
      { persona: "a", arm: { ...ORACLE, model }, [ADHERENCE]: [1, 1] },
    ];
    expect(estimate(rows, "comparison.gain", "oracle@openai-m")?.value).toBe(0.25);
  });

  it("specificity is own materials minus those of another segment", () => {
    const rows = [
      { persona: "a", arm: ORACLE, [ADHERENCE]: [0.9, 1] },
      { persona: "a", arm: { ...ORACLE, materials: "other-segment" as const }, [ADHERENCE]: [0.4, 1] },
    ];
    expect(estimate(rows, "comparison.specificity", "oracle")?.value).toBeCloseTo(0.5);
    expect(estimate(rows, "comparison.specificity", "oracle+other-segment")).toBeUndefined();
  });

  it("specificity is between arms of one budget", () => {
    const small = { ...ORACLE, recall_tokens: 50 };
    const rows = [
      { persona: "a", arm: ORACLE, [ADHERENCE]: [0.9, 1] },
      { persona: "a", arm: small, [ADHERENCE]: [0.7, 1] },
      { persona: "a", arm: { ...small, materials: "other-segment" as const }, [ADHERENCE]: [0.4, 1] },
    ];
    expect(estimate(rows, "comparison.specificity", "oracle")).toBeUndefined();
    expect(estimate(rows, "comparison.specificity", "oracle+recall-50")?.value).toBeCloseTo(0.3);
  });
});

describe("pass^k", () => {
  it.each([
    [1, 0.5],
    [2, 1 / 3],
    [3, 0.25],
    [4, 0.2],
  ])("of [4, 3, 2, 0, 1] successes of 4 at k = %i is %d", (k, expected) => {
    const tasks = [4, 3, 2, 0, 1].map((successes) => allSucceed(4, successes, k));
    expect(tasks.reduce((sum, task) => sum + task, 0) / 5).toBeCloseTo(expected, 6);
  });

  const task = (persona: string, ...values: (number | null)[]) =>
    values.map((value, repeat): Row => ({ persona, repeat, [COMPLETED]: [value, value === null ? 0 : 1] }));

  it("is the mean over tasks for as many repeats as the suite has", () => {
    const found = estimate([...task("a", 1, 1), ...task("b", 1, 0)], "service.completed.pass^2", "generic", {
      repeats: 2,
    });
    expect(found).toMatchObject({ value: 0.5, n: 2 });
  });

  it("counts a trial as a success only where every session reached its goal", () => {
    const found = estimate(task("a", 1, 0.5), "service.completed.pass^2", "generic", { repeats: 2 });
    expect(found?.value).toBe(0);
  });

  it("leaves out a task that was not finished often enough, and says so where there is no other", () => {
    const rows = task("a", 1, null);
    expect(estimate(rows, "service.completed.pass^2", "generic", { repeats: 2 })).toMatchObject({
      value: null,
      reason: "no task was finished 2 times",
    });
    expect(estimate(task("a", 1), "service.completed.pass^1", "generic")).toBeUndefined();
  });
});

describe("thresholds", () => {
  const bound = (parts: object) => ({ scorer: ADHERENCE, assistant: "generic", ...parts });
  const met = (value: number | null, parts: object) =>
    summaryOf(results([{ persona: "a", [ADHERENCE]: [value, 1] }], { thresholds: [bound(parts)] })).thresholds[0]?.met;

  it.each<[number | null, object, boolean]>([
    [0.5, { min: 0.5 }, true],
    [0.4, { min: 0.5 }, false],
    [0.5, { max: 0.5 }, true],
    [0.6, { max: 0.5 }, false],
    [0.5, { min: 0.4, max: 0.6 }, true],
    [null, { min: 0 }, false],
    [0.5, { min: 0, scorer: "use.unheard-of" }, false],
  ])("%s within %o: %s", (value, parts, expected) => {
    expect(met(value, parts)).toBe(expected);
  });

  const looked = (rows: readonly Row[], parts: object, suite = {}) =>
    summaryOf(results(rows, { thresholds: [bound(parts)], ...suite })).thresholds[0];

  it("are kept with what the value rests on", () => {
    const rows = [
      { persona: "a", [ADHERENCE]: [0.25, 1] },
      { persona: "b", [ADHERENCE]: [0.75, 1] },
    ];
    const found = looked(rows, { min: 0.6 });
    expect(found).toMatchObject({ min: 0.6, max: null, value: 0.5, n: 2, reason: null, met: false });
    expect(found?.low).toBeCloseTo(0.5 - 12.7062 * 0.25, 3);
    expect(found?.high).toBeCloseTo(0.5 + 12.7062 * 0.25, 3);
  });

  it("never pass on what is unknown, and say why it is", () => {
    const unknown = looked([{ persona: "a", [ADHERENCE]: [null, 1] }], { max: 1 });
    expect(unknown).toMatchObject({ value: null, met: false, reason: "no trial had a chance to show it" });
    const none = looked([{ persona: "a" }], { scorer: "use.unheard-of", max: 1 });
    expect(none).toMatchObject({ value: null, met: false, reason: "the run has no use.unheard-of of generic" });
  });

  it("may ask that so many of the repeats all succeed", () => {
    const rows = [0, 1, 2, 3].map((repeat) => ({ persona: "a", repeat, [COMPLETED]: [repeat < 3 ? 1 : 0, 1] }));
    const all = (k: number) => looked(rows, { scorer: `${COMPLETED}.pass^${k}`, min: 0.5 }, { repeats: 4 });
    expect(all(2)).toMatchObject({ value: 0.5, met: true });
    expect(all(4)).toMatchObject({ value: 0, met: false });
    expect(all(5)).toMatchObject({ value: null, met: false, reason: "no task was finished 5 times" });
  });
});

describe("a measure of all that a person says to an arm", () => {
  const WORDS = {
    ...{ id: "simulator.words", version: 1, direction: "neither" as const, cannotSee: "all", none: "too little" },
    of: (turns: readonly string[]) => (turns.length < 2 ? null : turns.join(" ").length),
  };
  const speaking = (texts: Readonly<Record<string, string[]>>) => {
    const given = results(Object.keys(texts).map((persona) => ({ persona })));
    const heads = given.heads.map((head) => ({
      ...head,
      sessions: [{ turns: (texts[head.persona] ?? []).map((text) => ({ speaker: "user" as const, text })) }],
    }));
    return { ...given, heads, pooled: [WORDS] };
  };

  it("is the mean over persons; who said too little is left out", () => {
    const summary = summaryOf(speaking({ a: ["one", "two"], b: ["a", "b"], c: ["alone"] }));
    expect(estimateOf(summary, WORDS.id, "generic")).toMatchObject({ value: 5, n: 2, trials: 3, direction: "neither" });
    expect(summary.cannot_see).toContain("simulator.words: all");
  });

  it("is unknown where all said too little, and says so", () => {
    const summary = summaryOf(speaking({ c: ["alone"] }));
    expect(estimateOf(summary, WORDS.id, "generic")).toMatchObject({ value: null, n: 0, reason: "too little" });
  });

  it("takes trials by their ids, whatever order they come in", () => {
    const two = { ...results([{ persona: "a" }, { persona: "a", repeat: 1 }]), pooled: [{ ...WORDS, of: firstOf }] };
    const heads = two.heads.map((head, at) => ({
      ...head,
      sessions: [{ turns: [{ speaker: "user" as const, text: "x".repeat(at + 1) }] }],
    }));
    const value = (order: typeof heads) => estimateOf(summaryOf({ ...two, heads: order }), WORDS.id, "generic")?.value;
    expect([value(heads), value(heads.toReversed())]).toEqual([1, 1]);
  });

  const firstOf = (turns: readonly string[]) => (turns[0] ?? "").length;
});

describe("the summary", () => {
  it("is the same whatever order scores come in", () => {
    const given = results([
      { persona: "a", [ADHERENCE]: [1, 1], [COMPLETED]: [1, 1] },
      { persona: "b", [ADHERENCE]: [0, 1], [COMPLETED]: [0, 1] },
    ]);
    const turned = { ...given, scores: [...given.scores].reverse() };
    expect(estimateOf(summaryOf(turned), ADHERENCE, "generic")?.value).toBe(0.5);
  });

  it("says who plays, how it was seeded, and what it cannot see", () => {
    const summary = summaryOf(results([{ persona: "a" }]));
    expect(summary).toMatchObject({ label: "exploratory", players: "rules", seed: 1 });
    expect(summary.cannot_see).toEqual([`${ADHERENCE}: much`, `${COMPLETED}: much`]);
    expect(caption(summary).split("\n")[0]).toBe("exploratory; rules; seed 1.");
    expect(caption({ ...summary, dropped_pairs: 2 })).toContain("2 pairs left out");
  });

  it("shows a number with half its interval, wide where that is wider than the scale, a dash where it is unknown", () => {
    const shown = (value: number | null, low: number | null = null, high: number | null = null) =>
      shortValue({ value, low, high } as Parameters<typeof shortValue>[0]);
    const numbers = [shown(0.836, 0.7, 0.96), shown(-0.25), shown(12.34, 11.5, 12.9), shown(0.5, -5, 6), shown(null)];
    expect([...numbers, shortValue(undefined)]).toEqual([".84 ±.13", "-.25", "12.3 ±.70", ".50 ±wide", "-", "-"]);
  });
});
