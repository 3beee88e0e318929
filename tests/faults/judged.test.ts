import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { benchOf, judgePart } from "../../src/cli/judging/bench.js";
import { type JudgingEnd, judgeRun } from "../../src/cli/judging/judgeRun.js";
import { openParts } from "../../src/cli/models.js";
import { systemClock } from "../../src/cli/systemClock.js";
import type { Clock } from "../../src/core/clock.js";
import { drawsFor } from "../../src/core/draws.js";
import { config as configSchema } from "../../src/schema/config.js";
import { assistantNameOf } from "../../src/schema/suite.js";
import { openJudgements } from "../../src/store/judgements.js";
import { readRun } from "../../src/store/recorded.js";
import { temporaryFolder } from "../support/folders.js";
import { byWords, judging } from "../support/judging.js";
import { REPOSITORY } from "../support/paths.js";
import { type Answer, serving } from "../support/server.js";
import { WORLD } from "../support/shipped.js";
import { byNumber, FAULTS } from "./answers.js";

/** Waits are there, but short: what is tested is what is done, not how long it takes. */
const hurried: Clock = { ...systemClock, after: (wait, work) => systemClock.after(Math.min(wait, 1), work) };

/** A copy of the shipped run. */
function sample(): string {
  const folder = join(temporaryFolder(onTestFinished), "sample");
  cpSync(join(REPOSITORY, "transcripts", "sample"), folder, { recursive: true });
  return folder;
}

/** Judges a run by one rubric, in this process. */
async function judged(
  folder: string,
  url: string,
  { tries = 3, timeout = 0.5 } = {},
): Promise<JudgingEnd & { lines: readonly { outcome: string; failure?: { class: string } | undefined }[] }> {
  vi.stubEnv("OPENAI_API_KEY", "a key");
  vi.stubEnv("OPENAI_BASE_URL", `${url}/v1`);
  const arms = readRun(folder).suite.assistants.map(assistantNameOf);
  const words = { judge_model: "openai:m", judges: ["overuse", "better"] };
  const bench = benchOf(words, arms, REPOSITORY);
  if (!bench) throw new Error("nobody judges");
  const judgements = openJudgements(folder);
  const config = { ...configSchema.parse({ schema: "dramatis/config@1", retry: { tries } }), timeout };
  const models = await openParts(judgePart(words), {
    ...{ config, budget: { usd: null, tokens: null, seconds: null }, concurrency: 4 },
    ...{ spent: judgements.used, clock: hurried },
  });
  const end = await judgeRun({
    ...{ folder, world: WORLD, judgements, concurrency: 4, bench: { ...bench, models } },
    ...{ signal: new AbortController().signal, progress() {} },
  });
  judgements.close();
  vi.unstubAllEnvs();
  return { ...end, lines: judgements.lines };
}

it("where three calls in ten go wrong every vote has a class, and the next time only failed ones are asked again", async () => {
  const draws = drawsFor("judged|faults");
  const faulty: Answer = byNumber(() =>
    draws.number("whether") < 0.3 ? (draws.pick("which", Object.values(FAULTS)) as Answer) : judging(byWords),
  );
  const { url, received } = await serving(faulty);
  const folder = sample();
  const first = await judged(folder, url, { tries: 2 });
  expect(first).toMatchObject({ stopped: null, because: null, done: first.wanted });
  expect(first.wanted).toBeGreaterThan(20);
  for (const { outcome, failure } of first.lines) {
    if (outcome === "failed") expect(failure?.class).toMatch(/^(rate-limit|server|timeout|network|cut-stream)$/);
    else expect(["verdict", "unread"]).toContain(outcome);
  }
  expect(first.failed).toBe(first.lines.filter(({ outcome }) => outcome === "failed").length);
  expect(first.failed).toBeGreaterThan(0);
  expect(first.failed).toBeLessThan(first.wanted / 2);
  const asked = received.length;
  const sound = await serving(judging(byWords));
  const second = await judged(folder, sound.url);
  expect(second).toMatchObject({ wanted: first.failed, done: first.failed, failed: 0 });
  expect(sound.received).toHaveLength(first.failed);
  expect(received).toHaveLength(asked);
  expect((await judged(folder, sound.url)).wanted).toBe(0);
});

it("nobody is asked about a pair in which the simulated user failed: it is in no number", async () => {
  const { url, received } = await serving(judging(byWords));
  const folder = sample();
  const path = join(folder, "trials.jsonl");
  const [first = "", ...rest] = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [JSON.stringify({ ...JSON.parse(first), outcome: "simulator_error" }), ...rest].join("\n"));
  const { persona } = JSON.parse(first);
  const end = await judged(folder, url);
  expect(end.done).toBe(received.length);
  expect(received.length).toBeGreaterThan(0);
  expect(openJudgements(folder).lines.filter(({ trial }) => trial.startsWith(persona))).toEqual([]);
});

it("a disk or a file that breaks ends it, and no call goes out after that", async () => {
  const { url, received } = await serving(judging(byWords));
  const folder = sample();
  const judgements = openJudgements(folder);
  judgements.close();
  vi.stubEnv("OPENAI_API_KEY", "a key");
  vi.stubEnv("OPENAI_BASE_URL", `${url}/v1`);
  const bench = benchOf({ judge_model: "openai:m", judges: ["overuse"] }, [], REPOSITORY);
  if (!bench) throw new Error("nobody judges");
  const models = await openParts([{ name: "openai:m", caller: "judge", settings: {} }], {
    ...{ config: configSchema.parse({ schema: "dramatis/config@1" }), concurrency: 1 },
    ...{ budget: { usd: null, tokens: null, seconds: null }, spent: judgements.used, clock: hurried },
  });
  const broken = judgeRun({
    ...{ folder, world: WORLD, judgements, concurrency: 1, bench: { ...bench, models } },
    ...{ signal: new AbortController().signal, progress() {} },
  });
  await expect(broken).rejects.toThrow(/EBADF|bad file/);
  expect(received).toHaveLength(1);
  vi.unstubAllEnvs();
});
