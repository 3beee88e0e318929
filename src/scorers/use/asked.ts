import { type Scorer, share } from "../scorer.js";

/** Of the slots at probes on which the right thing is to ask, the share asked in the first reply. */
export const asked: Scorer = {
  id: "use.asked",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "asked at once where the best choice turns on something unknown",
  cannotSee: "questions without a word of the slot's cues",
  score({ asked: probes }) {
    const due = probes.flatMap(({ record, reply }) =>
      Object.entries(record.expected).flatMap(([slot, expected]) =>
        expected === "ask" ? [{ record, reply, slot }] : [],
      ),
    );
    return share(
      due.map(({ record, reply, slot }) => ({
        hit: reply.asked.includes(slot),
        evidence: { turn: reply.index, quote: reply.text, probe: record.id },
      })),
      "at no probe was there something to ask",
    );
  },
};
