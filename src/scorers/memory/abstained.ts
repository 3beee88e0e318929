import { answeringOf } from "../../core/answering.js";
import { type Scorer, share } from "../scorer.js";
import { answers, askedAbout } from "./askedAbout.js";

/**
 * Of the questions about what nobody told, the share that the reply leaves without an answer: it says in whatever words
 * that it does not know, or states nothing.
 */
export const abstained: Scorer = {
  id: "memory.abstained",
  version: 2,
  tier: "deterministic",
  direction: "higher",
  meaning: "asked what nobody told it, says nothing on it",
  cannotSee: "an answer in words that state nothing of the person; of what a statement speaks",
  score: (subject) =>
    share(
      askedAbout(subject, (expected) => expected === "abstain").map(({ record, reply, about }) => {
        const claim = subject.claims(reply).find((one) => one.slot === about && answers(one));
        return {
          hit: claim === undefined && answeringOf(reply.text) !== "states",
          evidence: { turn: reply.index, quote: claim?.quote ?? reply.text, probe: record.id },
        };
      }),
      "the person asked for nothing that is unknown",
    ),
};
