import { type Scorer, share } from "../scorer.js";

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
        const fact = [...knownBefore(reply.index)].find((id) => facts.get(id)?.slot === slot);
        return {
          hit: fact !== undefined,
          evidence: { turn: reply.index, quote: reply.text, ...(fact ? { fact } : {}) },
        };
      }),
      "nothing was asked",
    );
  },
};
