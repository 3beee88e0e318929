import { type Scorer, share } from "./scorer.js";

/** Of the assistant's turns that the user heard, the share that parsed to nothing. It says as much of the assistant as of the user. */
export const misheard: Scorer = {
  id: "simulator.misheard",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "replies in which the simulated user found nothing it understands",
  cannotSee: "replies that were understood wrongly",
  score: ({ userTurns }) =>
    share(
      userTurns
        .filter(({ index }) => index > 0)
        .map(({ index, misheard: hit, text }) => ({ hit, evidence: { turn: index, quote: text } })),
      "the user heard nothing",
    ),
};

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
