import { demandsMet } from "../demands.js";
import { type Scorer, share } from "../scorer.js";
import { forOthers } from "../subject.js";

/** Of the demands on texts for third parties, the share that the first reply meets. */
export const leakCoverage: Scorer = {
  id: "misuse.leak.coverage",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "what third parties need to be told, told",
  cannotSee: "whether it is well said",
  score: (subject) => share(forOthers(subject).flatMap(demandsMet), "no text for a third party was asked for"),
};
