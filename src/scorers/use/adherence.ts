import { achieved, choiceEvidence, isJudged } from "../choices.js";
import type { Scorer } from "../scorer.js";

/** Mean utility of the first choice at probes where something relevant is true of the person. In [0, 1]. */
export const adherence: Scorer = {
  id: "use.adherence",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "mean utility of the first choice at probes (no choice, or an inadmissible one, is 0)",
  cannotSee: "how good the choice was beyond the slots of the probe",
  score({ asked }) {
    const judged = asked.filter(isJudged);
    if (judged.length === 0)
      return { value: null, n: 0, reason: "no probe offered a choice that matters to the person", evidence: [] };
    const sum = judged.reduce((total, { record }) => total + achieved(record), 0);
    return { value: sum / judged.length, n: judged.length, evidence: judged.map(choiceEvidence) };
  },
};
