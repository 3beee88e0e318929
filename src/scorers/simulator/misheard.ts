import { type Scorer, share } from "../scorer.js";

/** Of the assistant's turns that the user heard, the share that parsed to nothing. It says as much of the assistant as of the user. */
export const misheard: Scorer = {
  id: "simulator.misheard",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "replies in which the simulated user found nothing it understands",
  cannotSee: "replies that were understood wrongly",
  score: ({ trial }) =>
    share(
      trial.sessions
        .flatMap(({ turns }) => turns.filter((turn) => turn.speaker === "user").slice(1))
        .flatMap(({ index, misheard: hit, text }) =>
          hit === null ? [] : [{ hit, evidence: { turn: index, quote: text } }],
        ),
      "the user heard nothing, or a model spoke for it",
    ),
};
