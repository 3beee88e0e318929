import { expect, it, onTestFinished, vi } from "vitest";
import { companyOf } from "../../src/cli/company.js";
import { newRun } from "../../src/cli/newRun.js";
import { playRun } from "../../src/cli/playRun.js";
import { noResults } from "../../src/cli/runResults.js";
import { systemClock } from "../../src/cli/systemClock.js";
import { planOf } from "../../src/core/plan.js";
import { assistantNameOf, suite as suiteSchema } from "../../src/schema/suite.js";
import { readRun } from "../../src/store/recorded.js";
import { createRunFolder } from "../../src/store/runFolder.js";
import { loadWorld } from "../../src/store/world.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

it("interrupted after its last trial, ends as interrupted in its file and in its exit code", async () => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => void vi.restoreAllMocks());
  const { world } = loadWorld(REPOSITORY);
  const suite = suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "t", personas: ["mara-lindqvist"], scenarios: ["dinner-lisbon"] },
    assistants: [{ technique: "generic" }],
  });
  const arms = suite.assistants.map(assistantNameOf);
  const plan = planOf(suite, world);
  const company = await companyOf(suite, arms);
  const head = newRun({ suite, arms, plan, company, files: {}, started: new Date(0) });
  const folder = createRunFolder(temporaryFolder(onTestFinished), head, systemClock);
  onTestFinished(() => folder.close());
  const stop = new AbortController();
  const commit: typeof folder.commit = async (trial, scores) => {
    await folder.commit(trial, scores);
    stop.abort();
  };
  const exitCode = await playRun({
    ...{ head, world, company, folder: { ...folder, commit }, results: noResults() },
    options: { out: "transcripts", pace: "off", color: false, quiet: true },
    interruption: { signal: stop.signal, interrupt: () => stop.abort(), loss: () => null, end: () => {} },
  });
  expect(exitCode).toBe(130);
  expect(readRun(folder.path)).toMatchObject({ status: "interrupted", exit_code: 130, counts: { completed: 1 } });
});
