import { demandsMet } from "../demands.js";
import { type Scorer, share } from "../scorer.js";

/** Of the demands that hold whoever asks, the share that the first reply meets. */
export const must: Scorer = {
  id: "service.must",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "demands on a text that hold whoever asks, met",
  cannotSee: "whether it is well said",
  score: ({ asked }) => share(asked.flatMap(demandsMet), "no text with demands was asked for"),
};
