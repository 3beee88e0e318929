import type { Clock } from "../core/clock.js";
import { BudgetSpent } from "../core/errors.js";
import type { RunRequest } from "../core/run.js";

/**
 * A gate that lets nothing go on once so many minutes are over, whoever plays: a trial that is stopped there has no end, and
 * can be taken up again. The minutes count from here, so a run that is taken up again has all of them anew.
 */
export function deadline(gate: RunRequest["gate"], minutes: number | undefined, clock: Clock): RunRequest["gate"] {
  if (minutes === undefined) return gate;
  const started = clock.now();
  return async (event) => {
    if (event.type !== "trial.ended" && clock.now() - started >= minutes * 60_000)
      throw new BudgetSpent(`the budget of the run is spent: ${minutes * 60} s are over`);
    await gate(event);
  };
}
