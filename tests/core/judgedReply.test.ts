import { describe, expect, it } from "vitest";
import { judgedNumbers } from "../../src/core/judgedNumbers.js";
import { judgementIn, ofOneJudge } from "../../src/core/judgedReply.js";
import { noUsage } from "../../src/core/usage.js";
import type { CalibrationFile } from "../../src/schema/calibration.js";
import type { JudgementLine } from "../../src/schema/judgement.js";
import type { Estimate, Score } from "../../src/schema/score.js";
import type { TrialResult } from "../../src/schema/trial.js";

const SHA = "a".repeat(64);
const JUDGE = { rubric: "overuse", version: 1, sha256: SHA, model: "openai:m" };

function vote(parts: Partial<JudgementLine> = {}): JudgementLine {
  return {
    ...{ schema: "dramatis/judgement@1", key: SHA, trial: "t1", turn: 3, probe: "p", ...JUDGE },
    ...{ repeat: 0, order: "alone", outcome: "verdict", verdict: "needless", value: 1 },
    ...{ quote: "words of the reply", reason: null, usage: noUsage() },
    ...parts,
  };
}
const none = (outcome: "void" | "unread" | "failed", parts: Partial<JudgementLine> = {}) =>
  vote({ outcome, verdict: null, value: null, reason: `it was ${outcome}`, ...parts });

describe("the votes on one reply", () => {
  it("give the verdict of more than half, void and unread ones left out", () => {
    const fine = vote({ verdict: "to-the-point", value: 0 });
    expect(judgementIn([vote(), none("void"), none("unread")])).toMatchObject({
      verdict: "needless",
      value: 1,
      agreement: null,
    });
    expect(judgementIn([vote(), fine, fine])).toMatchObject({ verdict: "to-the-point", value: 0, agreement: 1 / 3 });
    expect(judgementIn([vote(), fine])).toMatchObject({ verdict: null, value: null, reason: "the votes do not agree" });
    expect(judgementIn([none("void")])).toMatchObject({ verdict: null, reason: "it was void" });
  });

  it.each([
    ["first", "second", 1],
    ["second", "first", 0],
    ["first", "first", 0.5],
    ["tie", "tie", 0.5],
    ["first", "tie", 0.5],
  ])("on a pair, %s there and %s back, count as %d", (there, back, value) => {
    const lines = [vote({ order: "there", verdict: there }), vote({ order: "back", verdict: back })];
    expect(judgementIn(lines).value).toBe(value);
  });

  it("on a pair in one order only do not count", () => {
    expect(judgementIn([vote({ order: "there", verdict: "first" })])).toMatchObject({ verdict: null, value: null });
    const half = [vote({ order: "there", verdict: "first" }), none("void", { order: "back" })];
    expect(judgementIn(half)).toMatchObject({ verdict: null, value: null });
  });
});

describe("where several judged", () => {
  const theirs = vote({ model: "openai:other" });
  it("the one that is wanted counts, else the one that was asked last", () => {
    expect(ofOneJudge([vote(), theirs])).toEqual([theirs]);
    expect(ofOneJudge([vote(), theirs], [JUDGE])).toEqual([vote()]);
    expect(ofOneJudge([vote(), vote({ sha256: "b".repeat(64) })], [JUDGE])).toEqual([vote()]);
  });

  it("the last vote in one place counts: a call that failed was made again", () => {
    expect(ofOneJudge([none("failed"), vote()])).toEqual([vote()]);
  });
});

describe("a number that rests on a judge", () => {
  const head = (id: string, persona: string): TrialResult =>
    ({
      id,
      persona,
      scenario: "s",
      repeat: 0,
      outcome: "completed",
      probes: [],
      assistant: { id: "arm", model: "openai:m" },
    }) as never;
  const kept = new Map([head("t1", "ada"), head("t2", "bo")].map((one) => [one.id, one]));
  const score = (trial: string, value: number): Score => ({
    schema: "dramatis/score@1",
    trial,
    scorer: "misuse.overuse",
    version: 1,
    value,
    n: 2,
    reason: null,
    evidence: [],
    judge: JUDGE,
  });
  const estimate = {
    scorer: "misuse.overuse",
    assistant: "arm",
    value: 0.25,
    low: 0,
    high: 0.5,
    n: 2,
    reason: null,
  } as Estimate;
  const rate = (value: number) => ({ value, low: null, high: null, of: 100 });
  const file = (parts: Partial<CalibrationFile> = {}) =>
    ({
      ...{ rubric: "overuse", version: 1, sha256: SHA, judge: "openai:m", repeats: 1, ...parts },
      calibration: { labelled: 200, kappa: 0.7, sensitivity: rate(0.8), specificity: rate(0.9) },
    }) as CalibrationFile;
  const lines = [
    vote(),
    none("void", { turn: 5 }),
    none("failed", { turn: 7 }),
    vote({ trial: "t2", value: 0, verdict: "to-the-point" }),
  ];
  const numbers = (calibrations: CalibrationFile[], judgements = lines) =>
    judgedNumbers({
      kept,
      scores: [score("t1", 0.5), score("t2", 0)],
      estimates: [estimate],
      judgements,
      calibrations,
      seed: 1,
    })[0];

  it("says what votes there were and whose replies were judged", () => {
    expect(numbers([])).toMatchObject({
      ...{ replies: 2, undecided: 2, votes: 4, void: 1, unread: 0, failed: 1, agreement: null },
      ...{ own_replies: true, calibration: null, corrected: null },
    });
  });

  it("is corrected by what is known of this judge, and no other", () => {
    const { corrected, calibration } = numbers([file()]) ?? {};
    // (.25 + .9 - 1) / (.8 + .9 - 1)
    expect(corrected?.value).toBeCloseTo(0.15 / 0.7, 9);
    expect(corrected?.low).toBeLessThan(corrected?.value as number);
    expect(calibration).toEqual({ labelled: 200, kappa: 0.7, sensitivity: 0.8, specificity: 0.9 });
    for (const other of [file({ judge: "openai:other" }), file({ sha256: "b".repeat(64) }), file({ rubric: "tone" })])
      expect(numbers([other])).toMatchObject({ calibration: null, corrected: null });
  });

  it("is not corrected where it is no rate", () => {
    expect(numbers([file()], [...lines, vote({ value: 0.5, turn: 9 })])?.corrected).toBeNull();
  });

  it("has no interval of one person", () => {
    const one = new Map([...kept].slice(0, 1));
    const [number] = judgedNumbers({
      kept: one,
      scores: [score("t1", 0.5)],
      estimates: [estimate],
      judgements: lines,
      calibrations: [file()],
      seed: 1,
    });
    expect(number?.corrected).toMatchObject({ low: null, high: null });
    expect(number?.corrected?.value).toBeCloseTo(0.4 / 0.7, 9);
  });
});
