import type { Run } from "../schema/run.js";
import { type Trial, type TrialResult, trialResult } from "../schema/trial.js";

/** What came of a run's trials so far. */
export interface RunResults {
  trials: TrialResult[];
  counts: Run["counts"];
}

/** Before the first trial. */
export function noResults(): RunResults {
  return { trials: [], counts: {} };
}

/** Takes a committed trial in. */
export function addResult({ trials, counts }: RunResults, trial: Trial | TrialResult): void {
  trials.push(trialResult.parse(trial));
  counts[trial.outcome] = (counts[trial.outcome] ?? 0) + 1;
}
