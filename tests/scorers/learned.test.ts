import { describe, expect, it } from "vitest";
import type { LearnedFact } from "../../src/schema/event.js";
import type { Trial } from "../../src/schema/trial.js";
import { DETERMINISTIC_SCORERS } from "../../src/scorers/registry.js";
import { scoring } from "../../src/scorers/scoring.js";
import { played, WORLD } from "../support/shipped.js";

const score = scoring(WORLD, DETERMINISTIC_SCORERS);
const scored = (trial: Trial, scorer: string) => score(trial, null).find((one) => one.scorer === scorer);

/** The trial with other statements at its end. */
function holding(trial: Trial, change: (held: readonly LearnedFact[]) => LearnedFact[]): Trial {
  const last = trial.sessions.findLast(({ learned }) => learned);
  return {
    ...trial,
    sessions: trial.sessions.map((one) => (one === last ? { ...one, learned: change(one.learned ?? []) } : one)),
  };
}

const script = { persona: "mara-lindqvist", scenario: "dinner-lisbon" };
const profiled = await played({ ...script, technique: "profile" });
const weighed = await played({ ...script, technique: "preference-vector" });

describe("a profile", () => {
  const f1 = (change: (held: readonly LearnedFact[]) => LearnedFact[]) =>
    scored(holding(profiled, change), "memory.profile")?.value ?? Number.NaN;
  const whole = f1((held) => [...held]);

  it("read perfectly is recovered nearly whole", () => {
    expect(whole).toBeGreaterThan(0.9);
  });

  it("that lacks statements, or holds false ones, is worse, and an empty one is worth nothing", () => {
    expect(f1((held) => held.slice(0, 3))).toBeLessThan(whole - 0.2);
    const wrong = (one: LearnedFact): LearnedFact => ({ ...one, condition: { is: "something else" } });
    expect(f1((held) => held.map((one, at) => (at % 2 ? one : wrong(one))))).toBeLessThan(whole - 0.2);
    expect(f1(() => [])).toBe(0);
  });

  it("is as well calibrated as its confidence is right", () => {
    const brier = (confidence: number) =>
      scored(
        holding(profiled, (held) => held.map((one) => ({ ...one, confidence }))),
        "memory.calibration",
      )?.value ?? Number.NaN;
    expect(brier(1)).toBeLessThan(brier(0.5));
    expect(brier(0.5)).toBeCloseTo(0.25, 12);
    expect(brier(0)).toBeGreaterThan(0.5);
  });
});

describe("learned weights", () => {
  const tau = (trial: Trial) => scored(trial, "memory.weights")?.value ?? Number.NaN;

  it("that are the true ones turned round are as wrong as those are right", () => {
    const ordered = holding(weighed, (held) => held.map((one) => ({ ...one, weight: -(one.weight ?? 0) })));
    expect(Math.abs(tau(weighed))).toBeGreaterThan(0);
    expect(tau(ordered)).toBeCloseTo(-tau(weighed), 12);
  });

  it("are no profile", () => {
    expect(scored(weighed, "memory.profile")).toMatchObject({
      value: null,
      reason: "the technique keeps no statements",
    });
  });
});

it("Of a technique that keeps none, nothing is known", async () => {
  const trial = await played({ ...script, technique: "bm25" });
  for (const scorer of ["memory.profile", "memory.calibration", "memory.weights"])
    expect(scored(trial, scorer)).toMatchObject({ value: null, n: 0 });
});
