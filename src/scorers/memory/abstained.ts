import { type Scorer, share } from "../scorer.js";
import { answers, askedAbout } from "./askedAbout.js";

/** Of the questions about what nobody told, the share that the reply leaves without an answer. */
export const abstained: Scorer = {
  id: "memory.abstained",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "asked what nobody told it, says nothing on it",
  cannotSee: "answers in words outside the vocabulary",
  score: (subject) =>
    share(
      askedAbout(subject, (expected) => expected === "abstain").map(({ record, reply, about }) => {
        const claim = subject.claims(reply).find((one) => one.slot === about && answers(one));
        return {
          hit: claim === undefined,
          evidence: { turn: reply.index, quote: claim?.quote ?? reply.text, probe: record.id },
        };
      }),
      "the person asked for nothing that is unknown",
    ),
};
