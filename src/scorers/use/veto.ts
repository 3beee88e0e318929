import { cameOut, choiceEvidence } from "../choices.js";
import type { Scorer } from "../scorer.js";

/** Of the probes where a veto or norm rules something out, the share whose first choice breaks it. */
export const veto: Scorer = {
  id: "use.veto",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "first choices that break a veto or a norm",
  cannotSee: "vetoes on slots that the probe leaves out",
  score({ asked }) {
    const risky = asked.filter(({ record }) => record.options.some(({ admissible }) => !admissible) && cameOut(record));
    if (risky.length === 0)
      return { value: null, n: 0, reason: "no choice was made where one could be ruled out", evidence: [] };
    const broken = risky.filter(({ record }) => record.admissible === false);
    return { value: broken.length / risky.length, n: risky.length, evidence: broken.map(choiceEvidence) };
  },
};
