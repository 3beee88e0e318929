import { type Claim, isOfPerson } from "../../core/claims.js";
import type { TruthFact } from "../../schema/event.js";
import { cameOut } from "../choices.js";
import { satisfied, speaksOf } from "../facts.js";
import { type Chance, type Scorer, share } from "../scorer.js";
import type { AskedProbe, Subject } from "../subject.js";

/**
 * Of the slots at probes whose newer value is known, the share where the old one is still served: named as if it held,
 * or satisfied by the choice while the newer is not. A reply that names the old value as past is not stale.
 */
export const stale: Scorer = {
  id: "misuse.stale",
  version: 2,
  tier: "deterministic",
  direction: "lower",
  meaning: "a superseded fact still served although the newer one is known",
  cannotSee: "changes that nobody told; whether the old value was remembered or chosen by luck",
  score(subject) {
    const updates = subject.asked.flatMap((probe) =>
      Object.entries(probe.record.expected).flatMap(([slot, expected]) =>
        expected === "update" ? [{ ...probe, slot }] : [],
      ),
    );
    return share(
      updates.map((update) => servedOld(subject, update)),
      "no superseded fact mattered at a probe",
    );
  },
};

function servedOld(subject: Subject, { record, reply, slot }: AskedProbe & { slot: string }): Chance {
  const known = record.known.flatMap(({ fact }) => subject.facts.get(fact) ?? []).filter((fact) => fact.slot === slot);
  const [old, current] = [true, false].map((past) =>
    known.filter(({ fact }) => record.forbidden.includes(fact) === past),
  ) as [TruthFact[], TruthFact[]];
  const claims = subject.talkClaims(reply);
  const corrected = CHANGE.test(reply.text) && claims.some((claim) => isOfPerson(claim) && speaksOfAny(claim, current));
  const named = corrected
    ? undefined
    : claims.find(
        (claim) => isOfPerson(claim) && !claim.past && speaksOfAny(claim, old) && !speaksOfAny(claim, current),
      );
  const served = (list: readonly TruthFact[]) =>
    list.some((fact) => satisfied(subject.cast.slots, record.attributes, fact));
  const due = current.some(({ fact }) => record.required.includes(fact));
  const hit = named !== undefined || (due && cameOut(record) && served(old) && !served(current));
  const fact = (hit ? old : current)[0]?.fact;
  const place = { turn: reply.index, quote: named?.quote ?? record.chosen ?? "", probe: record.id };
  return { hit, evidence: { ...place, ...(fact === undefined ? {} : { fact }) } };
}

const speaksOfAny = (claim: Claim, facts: readonly TruthFact[]) => facts.some((fact) => speaksOf(claim, fact));

/** Words of change: an old value beside the new one and one of these is named as past. */
const CHANGE =
  /\b(?:no longer|any ?more|nowadays|these days|by now|but now|since then|used to|previously|formerly|changed?|switched|updated?|corrected?|instead)\b/i;
