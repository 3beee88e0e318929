import type { Scorer } from "../scorer.js";
import { isRight, KEEPS_NONE, learnedIn } from "./learned.js";

/**
 * Whether confidence means what it says: the mean squared distance between the confidence in a statement and 1 where it is
 * true, 0 where it is not (Brier 1950). 0 is best; always saying .5 has .25.
 */
export const calibration: Scorer = {
  id: "memory.calibration",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "confidence in what is held of the person, against whether it is true (Brier score)",
  cannotSee: "what is not held",
  score(subject) {
    const learned = learnedIn(subject);
    const held = learned?.held.filter(({ weight }) => weight === undefined) ?? [];
    if (!learned || held.length === 0) return { value: null, n: 0, reason: KEEPS_NONE, evidence: [] };
    const misses = held.map((one) => (one.confidence - (isRight(one, learned, subject) ? 1 : 0)) ** 2);
    return { value: misses.reduce((sum, miss) => sum + miss, 0) / held.length, n: held.length, evidence: [] };
  },
};
