import { basename } from "node:path";
import type { Scored, Side } from "../core/comparison.js";
import { UsageError } from "../core/errors.js";
import type { Run } from "../schema/run.js";
import type { TrialEncounter } from "../schema/trial.js";
import { readEncounters, readRun, readScores } from "../store/recorded.js";
import { sayWhatIsLost } from "./recordedRuns.js";

/** A run as comparisons need it: who met whom, and the numbers. */
export interface RecordedNumbers {
  run: Run;
  name: string;
  trials: readonly TrialEncounter[];
  scores: Side["scores"];
}

/** Reads a run's folder. */
export async function recordedNumbers(folder: string): Promise<RecordedNumbers> {
  const run = readRun(folder);
  sayWhatIsLost(folder, run);
  const trials: TrialEncounter[] = [];
  for await (const trial of readEncounters(folder)) trials.push(trial);
  if (trials.length === 0) throw new UsageError(`${folder} has no finished trial`, "there is nothing to compare it by");
  const scores = new Map<string, Map<string, Scored>>();
  for await (const { scorer, trial, value, n, version, reason, judge } of readScores(folder)) {
    const found = scores.get(scorer) ?? new Map<string, Scored>();
    scores.set(scorer, found.set(trial, { value, n, version, reason, ...(judge ? { judge } : {}) }));
  }
  return { run, name: basename(folder), trials, scores };
}

/** One arm of a run. */
export function sideOf({ run, name, trials, scores }: RecordedNumbers, assistant: string): Side {
  const { players, label } = run;
  return { id: assistant, trials, scores, name: { run: name, assistant, players, label } };
}
