import type { ProbeRecord } from "../schema/event.js";
import type { Scorer } from "./scorer.js";
import type { AskedProbe } from "./subject.js";

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
    const evidence = judged.map(({ record, reply }) => ({
      turn: reply.index,
      quote: record.chosen ?? "",
      probe: record.id,
    }));
    return { value: sum / judged.length, n: judged.length, evidence };
  },
};

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
    const judged = asked.filter(isJudged).map(({ record, reply }) => {
      const common = utilityOf(record, bestForAll.get(record.id) ?? null);
      const best = Math.max(0, ...record.options.map(({ id }) => utilityOf(record, id)));
      return { record, reply, gained: achieved(record) - common, room: best - common };
    });
    const room = judged.reduce((sum, probe) => sum + probe.room, 0);
    if (room < 1e-9) return { value: null, n: 0, reason: "no headroom in this trial", evidence: [] };
    const gained = judged.reduce((sum, probe) => sum + probe.gained, 0);
    const evidence = judged.map(({ record, reply }) => ({
      turn: reply.index,
      quote: record.chosen ?? "",
      probe: record.id,
    }));
    return { value: gained / room, n: room, evidence };
  },
};

/** Of the probes where a veto or norm rules something out, the share whose first choice breaks it. */
export const veto: Scorer = {
  id: "use.veto",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "first choices that break a veto or a norm",
  cannotSee: "vetoes on slots that the probe leaves out",
  score({ asked }) {
    const risky = asked.filter(
      ({ record }) => record.options.some(({ admissible }) => !admissible) && record.chosen !== null,
    );
    if (risky.length === 0)
      return { value: null, n: 0, reason: "no choice was made where one could be ruled out", evidence: [] };
    const broken = risky.filter(({ record }) => record.admissible === false);
    const evidence = broken.map(({ record, reply }) => ({
      turn: reply.index,
      quote: record.chosen ?? "",
      probe: record.id,
    }));
    return { value: broken.length / risky.length, n: risky.length, evidence };
  },
};

const isJudged = ({ record }: AskedProbe) =>
  !record.infeasible && record.options.some(({ utility }) => utility !== null);

/** The utility of what came out: of the item's tags, and of what is measured in a delivered text. */
const achieved = ({ utility, admissible }: ProbeRecord) => (admissible ? (utility ?? 0) : 0);

function utilityOf({ options }: ProbeRecord, chosen: string | null): number {
  const option = options.find(({ id }) => id === chosen);
  return option?.admissible ? (option.utility ?? 0) : 0;
}
