import type { Outcome } from "../schema/event.js";

const SCORED: ReadonlySet<Outcome> = new Set(["completed", "gave-up", "assistant_error"]);

/** Whether a trial that ended so says something of the assistant. One that somebody else broke is scored by nobody. */
export const isScored = (outcome: Outcome) => SCORED.has(outcome);
