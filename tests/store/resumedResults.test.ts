import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/core/fold.js";
import type { Outcome } from "../../src/schema/event.js";
import type { Score } from "../../src/schema/score.js";
import type { Trial } from "../../src/schema/trial.js";
import { newResults, type Results, resumedResults } from "../../src/store/results.js";
import { ENDED, STARTED } from "../core/events.js";
import { folderWith } from "./files.js";

const trial = (id: string, outcome: Outcome = "completed"): Trial =>
  fold([
    { ...STARTED, trial: id, label: "olá 👋" } as typeof STARTED,
    { ...ENDED, trial: id, outcome } as typeof ENDED,
  ]);
const score = (id: string, scorer: string): Score => ({
  ...{ schema: "dramatis/score@1", trial: id, scorer, version: 1, value: 0.5, n: 2, reason: null, evidence: [] },
});

/** A run of four trials, of which one has no scores and one failed. */
const RUN: readonly [Trial, Score[]][] = [
  [trial("a"), [score("a", "one"), score("a", "two")]],
  [trial("b"), []],
  [trial("c", "infrastructure_error"), [score("c", "one")]],
  [trial("d"), [score("d", "one"), score("d", "two")]],
];
const PLAN = RUN.map(([{ id }]) => id);
const ALL_STAY = () => true;

function played() {
  const folder = folderWith();
  const paths = [join(folder, "trials.jsonl"), join(folder, "scores.jsonl")] as const;
  const results = newResults(...paths);
  writeFrom(results, 0);
  results.close();
  const whole = paths.map((path) => readFileSync(path)) as [Buffer, Buffer];
  const cut = (trials: number, scores: number) => {
    writeFileSync(paths[0], whole[0].subarray(0, trials));
    writeFileSync(paths[1], whole[1].subarray(0, scores));
  };
  return { paths, whole, cut, now: () => paths.map((path) => readFileSync(path, "utf8")) };
}

function writeFrom(results: Results, from: number): void {
  for (const [one, scores] of RUN.slice(from)) results.write(one, scores);
}

describe("results that were cut", () => {
  function goesOn(
    { paths, whole, cut, now }: ReturnType<typeof played>,
    trialBytes: number,
    scoreBytes: number,
  ): number {
    cut(trialBytes, scoreBytes);
    const results = resumedResults(paths, PLAN, ALL_STAY);
    for (const [one] of RUN.slice(0, results.committed)) expect(results.read(one.id)).toEqual(one);
    writeFrom(results, results.committed);
    for (const [one] of RUN) expect(results.read(one.id)).toEqual(one);
    results.close();
    expect(now(), `cut at ${trialBytes} and ${scoreBytes}`).toEqual(whole.map((bytes) => bytes.toString("utf8")));
    return results.committed;
  }

  it("in the trials at any byte, are made whole again as they were", () => {
    const run = played();
    const committed = new Set<number>();
    for (let at = 0; at <= run.whole[0].length; at++) committed.add(goesOn(run, at, run.whole[1].length));
    expect(committed.size).toBeGreaterThan(1);
  });

  it("in the scores at any byte, are made whole again as they were", () => {
    const run = played();
    for (let at = 0; at <= run.whole[1].length; at++) goesOn(run, run.whole[0].length, at);
  });

  it("in both anywhere, are made whole again as they were", () => {
    const run = played();
    const [trials, scores] = run.whole;
    fc.assert(fc.property(fc.nat(trials.length), fc.nat(scores.length), (one, other) => void goesOn(run, one, other)));
  });

  it("are none where the files are not there", () => {
    const folder = folderWith();
    const results = resumedResults([join(folder, "trials.jsonl"), join(folder, "scores.jsonl")], PLAN, ALL_STAY);
    expect(results.committed).toBe(0);
    results.close();
  });
});

it("a trial that does not stay goes, with all that come after it", () => {
  const { paths, whole, now } = played();
  const results = resumedResults(paths, PLAN, (outcome) => outcome !== "infrastructure_error");
  expect(["c", "d"].map(results.read)).toEqual([null, null]);
  writeFrom(results, results.committed);
  expect(now()).toEqual(whole.map((bytes) => bytes.toString("utf8")));
  results.close();
});

it.each<[string, string]>([
  ["another trial than the plan has there", `${JSON.stringify(trial("x"))}\n`],
  ["a trial of another version", `${JSON.stringify({ ...trial("a"), schema: "dramatis/trial@9" })}\n`],
  ["no trial", "hello\n"],
])("%s is cut off with all that comes after it", (_, line) => {
  const { paths, whole } = played();
  writeFileSync(paths[0], `${line}${whole[0].toString("utf8")}`);
  const results = resumedResults(paths, PLAN, ALL_STAY);
  expect(results.committed).toBe(0);
  writeFrom(results, 0);
  results.close();
  expect(readFileSync(paths[0], "utf8")).toBe(whole[0].toString("utf8"));
});
