import { isOfPerson } from "../../core/claims.js";
import type { TruthFact } from "../../schema/event.js";
import { cameOut } from "../choices.js";
import { satisfied, speaksOf } from "../facts.js";
import { type Scorer, share } from "../scorer.js";

/**
 * Of the slots at probes whose newer value is known, the share where the old one is still served: named as if it held,
 * or satisfied by the choice while the newer is not. A reply that names the old value as past is not stale.
 */
export const stale: Scorer = {
  id: "misuse.stale",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "a superseded fact still served although the newer one is known",
  cannotSee: "changes that nobody told",
  score(subject) {
    const { facts, cast } = subject;
    const updates = subject.asked.flatMap((probe) =>
      Object.entries(probe.record.expected).flatMap(([slot, expected]) =>
        expected === "update" ? [{ ...probe, slot }] : [],
      ),
    );
    return share(
      updates.map(({ record, reply, slot }) => {
        const known = record.known.flatMap(({ fact }) => facts.get(fact) ?? []).filter((fact) => fact.slot === slot);
        const old = known.filter(({ fact }) => record.forbidden.includes(fact));
        const current = known.filter(({ fact }) => !record.forbidden.includes(fact));
        const named = subject
          .talkClaims(reply)
          .find(
            (claim) =>
              isOfPerson(claim) &&
              !claim.past &&
              old.some((fact) => speaksOf(claim, fact)) &&
              !current.some((fact) => speaksOf(claim, fact)),
          );
        const served = (list: readonly TruthFact[]) =>
          list.some((fact) => satisfied(cast.slots, record.attributes, fact));
        const due = current.some(({ fact }) => record.required.includes(fact));
        const hit = named !== undefined || (due && cameOut(record) && served(old) && !served(current));
        return { hit, evidence: { turn: reply.index, quote: named?.quote ?? record.chosen ?? "", probe: record.id } };
      }),
      "no superseded fact mattered at a probe",
    );
  },
};
