import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Trial } from "../../src/schema/trial.js";
import { trial } from "../../src/schema/trial.js";
import { dramatis, fileOf, jsonLines, type Outcome, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { LIBRARIES } from "../support/optional.js";
import { REPOSITORY } from "../support/paths.js";
import { GGUF, MISSING } from "./place.js";

/** A model this small says what it likes: asserted is what holds of every record. */
describe("a run in which a GGUF file plays the user and three assistants", () => {
  const cwd = temporaryFolder(afterAll);
  let outcome: Outcome;
  let trials: Trial[];

  beforeAll(async () => {
    if (MISSING !== null) return;
    cpSync(join(REPOSITORY, "tests", "local", "project"), cwd, { recursive: true });
    symlinkSync(GGUF, join(cwd, "model.gguf"));
    symlinkSync(join(LIBRARIES, "node_modules"), join(cwd, "node_modules"));
    outcome = await dramatis(["run", "talk", "--plain"], { cwd });
    trials = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")).map((line) => trial.parse(line));
  }, 600_000);
  beforeEach((context) => {
    if (MISSING !== null) context.skip(MISSING);
  });

  const turnsOf = (one: Trial) => one.sessions.flatMap(({ turns }) => turns);

  it("comes to an end that is no fault of the infrastructure", () => {
    expect([0, 6], outcome.stderr).toContain(outcome.code);
    expect(trials.map(({ assistant }) => assistant.technique)).toEqual(["generic", "history", "bm25"]);
    for (const one of trials) expect(["completed", "gave-up", "simulator_error"]).toContain(one.outcome);
  });

  it("has turns in their roles, none of them empty", () => {
    for (const one of trials) {
      const turns = turnsOf(one);
      expect(turns.length).toBeGreaterThanOrEqual(2);
      expect(turns.filter(({ text }) => text.trim() === "")).toEqual([]);
      for (const [at, { speaker }] of turns.entries()) expect(speaker).toBe(at % 2 === 0 ? "user" : "assistant");
    }
  });

  it("has choices that are on offer, and that were told by a call", () => {
    const answers = trials.flatMap(turnsOf).flatMap((turn) => (turn.speaker === "assistant" ? [turn] : []));
    expect(answers.some(({ choice_by }) => choice_by === "structure")).toBe(true);
    for (const { choice } of answers) expect(["mint", "assam", null]).toContain(choice);
  });

  it("says of every talk that the person's model ended how that was told", () => {
    for (const { end } of trials.flatMap(({ sessions }) => sessions))
      expect([undefined, "structure"]).toContain(end?.told);
    expect(trials.some(({ sessions }) => sessions.some(({ end }) => end?.told === "structure"))).toBe(true);
  });

  it("counts the tokens of every call, which cost nothing", () => {
    for (const { usage } of trials) {
      expect(usage).toMatchObject({ unreported: 0, usd: 0 });
      expect(usage.calls).toBeGreaterThanOrEqual(2);
      expect(usage.input).toBeGreaterThan(usage.cached);
      expect(usage.output).toBeGreaterThan(0);
    }
  });
});
