import type { Scorer } from "../scorer.js";

/** How many facts the person told in the trial. A count. */
export const told: Scorer = {
  id: "simulator.told",
  version: 1,
  tier: "deterministic",
  direction: "neither",
  meaning: "facts that the person told",
  cannotSee: "what was told between the lines",
  score: ({ userTurns }) => ({
    value: new Set(userTurns.flatMap(({ disclosed }) => disclosed.map(({ fact }) => fact))).size,
    n: 1,
    evidence: [],
  }),
};
