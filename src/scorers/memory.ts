import { type Claim, isOfPerson } from "../core/claims.js";
import { speaksOf } from "./facts.js";
import { type Scorer, share } from "./scorer.js";
import type { AskedProbe, Subject } from "./subject.js";

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
      aboutPerson(subject, (expected) => expected === "apply" || expected === "update").map(
        ({ record, reply, about }) => {
          const current = record.known
            .flatMap(({ fact }) => subject.facts.get(fact) ?? [])
            .filter((fact) => fact.slot === about && !record.forbidden.includes(fact.fact));
          const claim = subject
            .claims(reply)
            .find((one) => answers(one) && !one.past && current.some((fact) => speaksOf(one, fact)));
          return {
            hit: claim !== undefined,
            evidence: { turn: reply.index, quote: claim?.quote ?? reply.text, probe: record.id },
          };
        },
      ),
      "the person asked for nothing that is known",
    ),
};

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
      aboutPerson(subject, (expected) => expected === "abstain").map(({ record, reply, about }) => {
        const claim = subject.claims(reply).find((one) => one.slot === about && answers(one));
        return {
          hit: claim === undefined,
          evidence: { turn: reply.index, quote: claim?.quote ?? reply.text, probe: record.id },
        };
      }),
      "the person asked for nothing that is unknown",
    ),
};

/** An answer to a question about the person speaks of them, or leaves out of whom it speaks: `a houseboat`. */
const answers = (claim: Claim) => isOfPerson(claim) || (claim.standing === "open" && claim.mood === "said");

function aboutPerson(
  { asked }: Subject,
  due: (expected: string | undefined) => boolean,
): (AskedProbe & { about: string })[] {
  return asked.flatMap((probe) => {
    const { about } = probe.script;
    return about !== undefined && due(probe.record.expected[about]) ? [{ ...probe, about }] : [];
  });
}
