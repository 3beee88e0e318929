import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { brokenRun } from "../../src/cli/brokenRun.js";
import { newRun } from "../../src/cli/newRun.js";
import { systemClock } from "../../src/cli/systemClock.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { readRun } from "../../src/store/recorded.js";
import { createRunFolder } from "../../src/store/runFolder.js";
import { temporaryFolder } from "../support/folders.js";

function opened() {
  const suite = suiteSchema.parse({ schema: "dramatis/suite@1", id: "t", assistants: [{ technique: "generic" }] });
  const arms = suite.assistants.map(assistantNameOf);
  const head = newRun({
    ...{ suite, arms, plan: [], files: {}, started: new Date() },
    company: { user: "agenda", label: "rules" },
  });
  return { head, folder: createRunFolder(temporaryFolder(onTestFinished), head, systemClock) };
}

const RESULTS = { trials: [], counts: { completed: 7, "gave-up": 2, simulator_error: 1 } };

it.skipIf(process.platform !== "linux")("a run that breaks on a full disk keeps its counts", () => {
  const { head, folder } = opened();
  symlinkSync("/dev/full", join(folder.path, "run.json.part"));
  expect(() => folder.writeRun(head)).toThrow("ENOSPC");
  const broken = brokenRun(new Error("no space left"), folder, head, RESULTS);
  expect(broken).toMatchObject({ message: "the run broke: no space left", exitCode: 4 });
  expect(broken.hint).toBe(`what was written before is in ${folder.path}`);
  const ended = { status: "failed", counts: RESULTS.counts, exit_code: 4, ended: expect.any(String) };
  expect(readRun(folder.path)).toMatchObject(ended);
});

it("a run whose folder is gone says so without a hint", () => {
  const { head, folder } = opened();
  rmSync(folder.path, { recursive: true });
  expect(brokenRun(new Error("gone"), folder, head, RESULTS).hint).toBeNull();
});
