import { type Scorer, share } from "../scorer.js";

/** Of the sessions with a goal, the share that ended with an item the person accepted, and all requests answered. */
export const completed: Scorer = {
  id: "service.completed",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "sessions whose goal was reached",
  cannotSee: "goals that the person gave up wanting",
  score({ trial, turns }) {
    const goals = trial.sessions.filter(({ end }) => end?.goal);
    return share(
      goals.map(({ end, turns: within }) => ({
        hit: end?.goal?.complete ?? false,
        evidence: { turn: (within.at(-1) ?? turns.at(-1))?.index ?? 0, quote: end?.goal?.item ?? "" },
      })),
      "no session had a goal",
    );
  },
};
