import type { Run } from "../schema/run.js";
import { type Trial, type TrialResult, trialResult } from "../schema/trial.js";

/** What came of a run's trials so far. */
export interface RunResults {
  trials: TrialResult[];
  counts: Run["counts"];
  usage: Run["usage"];
}

/** Before the first trial. */
export function noResults(): RunResults {
  return { trials: [], counts: {}, usage: { calls: 0, input: 0, output: 0 } };
}

/** Takes a committed trial in. */
export function addResult({ trials, counts, usage }: RunResults, trial: Trial): void {
  trials.push(trialResult.parse(trial));
  counts[trial.outcome] = (counts[trial.outcome] ?? 0) + 1;
  usage.calls += trial.usage.calls;
  usage.input += trial.usage.input;
  usage.output += trial.usage.output;
}
