import { isBest, isJudged } from "../choices.js";
import { type Scorer, share } from "../scorer.js";

/** Of the probes answered worse than could be and corrected by the person, the share whose second answer is best. */
export const repair: Scorer = {
  id: "service.repair",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "after a correction or an answer, the best choice at last",
  cannotSee: "what the person let pass",
  score({ asked }) {
    const second = asked.filter(
      (probe) => isJudged(probe) && probe.record.repair !== null && !isBest(probe.record, probe.record),
    );
    return share(
      second.map(({ record }) => ({
        hit: record.repair !== null && isBest(record, record.repair),
        evidence: { turn: record.repair?.reply ?? 0, quote: record.repair?.chosen ?? "", probe: record.id },
      })),
      "no first answer was corrected",
    );
  },
};
