import type { Scorer } from "../scorer.js";

/** 1 where the person gave up in any session. */
export const gaveUp: Scorer = {
  id: "simulator.gave-up",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "talks in which the person lost patience",
  cannotSee: "why",
  score: ({ trial }) => ({
    value: trial.sessions.some(({ end }) => end?.ended === "gave-up") ? 1 : 0,
    n: 1,
    evidence: [],
  }),
};
