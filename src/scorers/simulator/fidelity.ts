import { signatureOf, traitsIn } from "../../core/signature.js";
import { type Scorer, share } from "../scorer.js";

/** Of the turns that a model worded, the share that has every trait of the person's writing. */
export const fidelity: Scorer = {
  id: "simulator.fidelity",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "turns worded by a model that are written as this person always writes",
  cannotSee: "what the persona file asserts nothing of",
  users: ["hybrid", "llm"],
  score({ userTurns, cast }) {
    const signature = signatureOf(cast.persona);
    const worded = signature.length > 0 ? userTurns.filter(({ spoken }) => spoken === "model") : [];
    return share(
      worded.map(({ index, text }) => ({
        hit: traitsIn(text, signature).broken.length === 0,
        evidence: { turn: index, quote: text },
      })),
      "no model worded a turn, or the persona asserts nothing",
    );
  },
};
