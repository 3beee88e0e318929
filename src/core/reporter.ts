import type { Summary } from "../schema/score.js";
import type { Watcher } from "./run.js";
import type { RunState } from "./runState.js";

/** How a run is shown while it goes on and when it is over. */
export interface Reporter extends Watcher {
  /** May hold a trial back: pacing and pausing. */
  gate: (event: Parameters<Watcher["event"]>[0]) => Promise<void>;
  /** So many votes of a judge are in, after the trials. */
  judged?(done: number, of: number): void;
  finished(outcome: { summary: Summary | null; folder: string; state: RunState; exitCode: number }): Promise<void>;
}
