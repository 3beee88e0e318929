import { achieved, bestUtility, choiceEvidence, isJudged, utilityOf } from "../choices.js";
import type { Scorer } from "../scorer.js";

/**
 * Adherence as a share of headroom: (chosen - best for all) / (best for the person - best for all), pooled.
 * 1: as good as knowing the person; 0: as good as the one option that serves all best; negative: worse than that.
 * `n` is the headroom at stake, in points of utility, so that a person's probes pool by it.
 */
export const adherenceOfHeadroom: Scorer = {
  id: "use.adherence.headroom",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "adherence as a share of what knowing the person can gain over the option best for all",
  cannotSee: "probes where the option best for all is best for the person too",
  score({ asked, bestForAll }) {
    const judged = asked.filter(isJudged);
    const parts = judged.map(({ record }) => {
      const common = utilityOf(record, bestForAll.get(record.id) ?? null);
      return { gained: achieved(record) - common, room: bestUtility(record) - common };
    });
    const room = parts.reduce((sum, part) => sum + part.room, 0);
    if (room < 1e-9) return { value: null, n: 0, reason: "no headroom in this trial", evidence: [] };
    const gained = parts.reduce((sum, part) => sum + part.gained, 0);
    return { value: gained / room, n: room, evidence: judged.map(choiceEvidence) };
  },
};
