import type { RunState } from "../core/runState.js";
import type { Summary } from "../schema/score.js";
import type { Suite } from "../schema/suite.js";
import type { Trial } from "../schema/trial.js";

/** A trial that somebody broke. */
export type Trouble = Pick<Trial, "id" | "outcome" | "failure">;

/** A run as a report for continuous integration tells it. */
export interface Ended {
  run: { id: string; label: string; players: string; suite: Pick<Suite, "seed" | "thresholds"> };
  /** Null where the run was stopped: then no threshold was looked at. */
  summary: Summary | null;
  state: RunState;
  troubles: readonly Trouble[];
}

/** What broke a trial, in a line. */
export const troubleText = ({ outcome, failure }: Trouble) =>
  failure ? `${failure.class}: ${failure.message}` : outcome;

/** Why no threshold was looked at. */
export const stoppedText = ({ stopped, committed, planned }: RunState) =>
  `not looked at: the run ended early (${stopped ?? "broken"}) after ${committed} of ${planned} trials`;
