import { type Scorer, share } from "./scorer.js";

/** Of the slots the assistant asked about, the share on which a fact was known already (PersonaLens, score 1). */
export const reasked: Scorer = {
  id: "use.reasked",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "questions about what was known already",
  cannotSee: "questions without a word of the slot's cues",
  score({ replies, facts, knownBefore }) {
    const questions = replies.flatMap((reply) => reply.asked.map((slot) => ({ reply, slot })));
    return share(
      questions.map(({ reply, slot }) => {
        const fact = [...knownBefore(reply.index).keys()].find((id) => facts.get(id)?.slot === slot);
        return {
          hit: fact !== undefined,
          evidence: { turn: reply.index, quote: reply.text, ...(fact ? { fact } : {}) },
        };
      }),
      "nothing was asked",
    );
  },
};

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
