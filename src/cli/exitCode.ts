import type { RunState } from "../core/runState.js";
import type { Summary } from "../schema/score.js";

/** More of the trials than this ended as the simulated user's fault: the run says little of the assistants. */
const SIMULATOR_LIMIT = 0.1;

/** The exit code where Dramatis itself or the machine below it broke: neither usage nor a file is to blame. */
export const BROKEN = 4;

/** The exit code of a run. When several hold: 130, 5, 4, 6, 1, 0. */
export function exitCodeOf({
  stopped,
  outcomes,
  summary,
  unanswered,
}: {
  stopped: RunState["stopped"];
  outcomes: Readonly<Record<string, number>>;
  summary: Summary | null;
  /** What became of the calls to a judge, where there were any. */
  unanswered?: { failed: number; because: Error | null } | undefined;
}): number {
  const total = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  if (stopped === "interrupted") return 130;
  if (stopped === "spent") return 5;
  if ((outcomes.infrastructure_error ?? 0) > 0 || unanswered?.because || (unanswered?.failed ?? 0) > 0) return 4;
  if ((outcomes.simulator_error ?? 0) > SIMULATOR_LIMIT * total) return 6;
  if (summary?.thresholds.some(({ met }) => !met)) return 1;
  return 0;
}
