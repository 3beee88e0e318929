import type { Scorer } from "../scorer.js";

/** User turns in the whole trial, probes among them. A count, 0 or more. */
export const effort: Scorer = {
  id: "service.effort",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "turns the person needed in the whole trial",
  cannotSee: "how hard a turn was to write",
  score: ({ trial, userTurns }) =>
    trial.failure
      ? { value: null, n: 0, reason: "the talk broke off", evidence: [] }
      : { value: userTurns.length, n: 1, evidence: [] },
};
