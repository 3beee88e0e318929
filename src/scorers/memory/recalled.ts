import { speaksOf } from "../facts.js";
import { type Scorer, share } from "../scorer.js";
import { answers, askedAbout } from "./askedAbout.js";

/** Of the questions about what is known of the person with an answer, the share answered with the current fact. */
export const recalled: Scorer = {
  id: "memory.recalled",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "asked what it knows, says it",
  cannotSee: "paraphrases outside the vocabulary",
  score: (subject) =>
    share(
      askedAbout(subject, (expected) => expected === "apply" || expected === "update").map(
        ({ record, reply, about }) => {
          const current = record.known
            .flatMap(({ fact }) => subject.facts.get(fact) ?? [])
            .filter((fact) => fact.slot === about && !record.forbidden.includes(fact.fact));
          const claim = subject
            .claims(reply)
            .find((one) => answers(one) && !one.past && current.some((fact) => speaksOf(one, fact)));
          return {
            hit: claim !== undefined,
            evidence: {
              turn: reply.index,
              quote: claim?.quote ?? reply.text,
              probe: record.id,
              fact: current[0]?.fact ?? about,
            },
          };
        },
      ),
      "the person asked for nothing that is known",
    ),
};
