import { answeringOf } from "../../core/answering.js";
import type { Claim } from "../../core/claims.js";
import { wordsOf } from "../../core/words.js";
import type { TruthFact } from "../../schema/event.js";
import { contradicts, speaksOf } from "../facts.js";
import { type Scorer, share } from "../scorer.js";
import type { Subject } from "../subject.js";
import { answers, askedAbout } from "./askedAbout.js";

/**
 * Of the questions about what is known of the person with an answer, the share answered with the current fact; where that is a free
 * text, with its words. An answer in words that name no value of the slot is undetermined; one that declines, or states
 * nothing, is none.
 */
export const recalled: Scorer = {
  id: "memory.recalled",
  version: 3,
  tier: "deterministic",
  direction: "higher",
  meaning: "asked what it knows, says it",
  cannotSee: "whether a statement in words outside the vocabulary is right: undetermined",
  score: (subject) =>
    share(
      askedAbout(subject, (expected) => expected === "apply" || expected === "update").map(
        ({ record, reply, about }) => {
          const current = record.known
            .flatMap(({ fact }) => subject.facts.get(fact) ?? [])
            .filter((fact) => fact.slot === about && !record.forbidden.includes(fact.fact));
          const claims = subject.claims(reply);
          const claim = claims.find((one) => answers(one) && !one.past && current.some((fact) => speaksOf(one, fact)));
          const wrong = claims.some((one) => one.slot === about && isWrong(subject, one, current));
          const readable = wrong || answeringOf(reply.text) !== "states";
          return {
            hit:
              claim !== undefined ||
              current.some((fact) => isGivenBack(subject, reply.text, fact)) ||
              (readable ? false : null),
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

/** Whether a reply has the words of a fact that is a free text, in their order. */
function isGivenBack({ cast }: Subject, reply: string, { slot, condition: { is } }: TruthFact): boolean {
  if (cast.slots[slot]?.type !== "text" || is === undefined) return false;
  const [wanted, said] = [wordsOf(String(is)).join(" "), wordsOf(reply).join(" ")];
  return wanted !== "" && ` ${said} `.includes(` ${wanted} `);
}

/** A claim on the slot that is no answer, speaks of what was, or goes against what is known. */
const isWrong = ({ cast }: Subject, claim: Claim, current: readonly TruthFact[]) =>
  !answers(claim) || claim.past || current.every((fact) => contradicts(cast.slots, claim, fact));
