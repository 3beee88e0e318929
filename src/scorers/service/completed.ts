import { type Scorer, share } from "../scorer.js";

/**
 * Of the sessions with a goal, the share that ended with an item the person accepted, and all requests answered.
 * A talk that broke off has not reached its goal.
 */
export const completed: Scorer = {
  id: "service.completed",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "sessions whose goal was reached",
  cannotSee: "goals that the person gave up wanting",
  score({ trial, turns, cast }) {
    const wanting = new Set(cast.scenario.sessions.filter(({ goal }) => goal).map(({ id }) => id));
    const goals = trial.sessions.filter(({ id }) => wanting.has(id));
    return share(
      goals.map(({ end, turns: within }) => ({
        hit: end?.goal?.complete ?? false,
        evidence: { turn: (within.at(-1) ?? turns.at(-1))?.index ?? 0, quote: end?.goal?.item ?? "" },
      })),
      "no session had a goal",
    );
  },
};
