import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { judgement } from "../../src/schema/judgement.js";
import type { JudgedNumber, Summary } from "../../src/schema/score.js";
import type { Trial } from "../../src/schema/trial.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun } from "./dramatis.js";
import { temporaryFolder } from "./folders.js";

export const KEY = "sk-planted-judge-0123456789";
export const ARMS = ["--assistant", "generic,oracle"];
export const JUDGE = ["--judge-model", "openai:judge"];
export const environment = (url: string) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${url}/v1` });

/** A run of two arms, played once for the tests of a file: `copied` gives one test a copy, `score` judges it. */
export function playedOnce() {
  const cwd = temporaryFolder(afterAll);
  let played = "";
  beforeAll(async () => {
    await dramatis(["run", "--quiet", ...NARROW, ...ARMS], { cwd });
    played = onlyRun(cwd);
  });
  return {
    cwd,
    played: () => played,
    copied(): string {
      const folder = join(temporaryFolder(onTestFinished), "copy");
      cpSync(played, folder, { recursive: true });
      return folder;
    },
    score: (folder: string, url: string, ...args: string[]) =>
      dramatis(["score", folder, "--quiet", ...args], { cwd, env: environment(url) }),
  };
}

export const votesIn = (folder: string) =>
  jsonLines(fileOf(folder, "judgements.jsonl")).map((line) => judgement.parse(line));

/** A number of the summary that rests on a judge. */
export function numberIn(folder: string, scorer: string, assistant: string): JudgedNumber {
  const { judged } = JSON.parse(fileOf(folder, "summary.json")) as Summary;
  return judged?.find((one) => one.scorer === scorer && one.assistant === assistant) as JudgedNumber;
}

/** Probes that got a reply. */
export const probesIn = (folder: string) =>
  (jsonLines(fileOf(folder, "trials.jsonl")) as Trial[]).flatMap(({ probes }) =>
    probes.filter(({ reply }) => reply !== null),
  );

/** Puts words into the mouth of an arm, at every probe. */
export function withReplies(folder: string, arm: string, words: (reply: string) => string): void {
  const trials = (jsonLines(fileOf(folder, "trials.jsonl")) as Trial[]).map((trial) => {
    const replies = new Set(trial.assistant.id === arm ? trial.probes.map(({ reply }) => reply) : []);
    const sessions = trial.sessions.map((session) => ({
      ...session,
      turns: session.turns.map((turn) => (replies.has(turn.index) ? { ...turn, text: words(turn.text) } : turn)),
    }));
    return { ...trial, sessions };
  });
  writeFileSync(join(folder, "trials.jsonl"), trials.map((trial) => `${JSON.stringify(trial)}\n`).join(""));
}

/** Puts a threshold into the suite of a run. */
export function withThreshold(folder: string, bound: object): void {
  const run = JSON.parse(fileOf(folder, "run.json"));
  writeFileSync(join(folder, "run.json"), JSON.stringify({ ...run, suite: { ...run.suite, thresholds: [bound] } }));
}
