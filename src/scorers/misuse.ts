import { isAboutPerson, isOfPerson } from "../core/claims.js";
import type { TruthFact } from "../schema/event.js";
import { contradicts, satisfied, speaksOf } from "./facts.js";
import { type Scorer, share } from "./scorer.js";
import type { AskedProbe, Subject } from "./subject.js";

/** Of the first replies to the person at probes where something known does not matter, the share that brings it up. */
export const irrelevant: Scorer = {
  id: "misuse.irrelevant",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "replies that bring up something of the person that does not matter there",
  cannotSee: "hints without a word of the vocabulary",
  score(subject) {
    const concerned = subject.asked.filter(({ record }) => Object.values(record.expected).includes("ignore"));
    return share(
      concerned.map((probe) => {
        const claim = irrelevantClaim(subject, probe);
        return {
          hit: claim !== undefined,
          evidence: { turn: probe.reply.index, quote: claim?.quote ?? "", probe: probe.record.id },
        };
      }),
      "at every probe all that was known mattered",
    );
  },
};

function irrelevantClaim({ claims, facts }: Subject, { record, reply }: AskedProbe) {
  const ignored = record.known
    .map(({ fact }) => facts.get(fact))
    .filter((fact) => fact !== undefined && record.expected[fact.slot] === "ignore");
  return claims(reply).find((claim) => isAboutPerson(claim) && ignored.some((fact) => fact && speaksOf(claim, fact)));
}

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
          .claims(reply)
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
        const hit = named !== undefined || (due && record.chosen !== null && served(old) && !served(current));
        return { hit, evidence: { turn: reply.index, quote: named?.quote ?? record.chosen ?? "", probe: record.id } };
      }),
      "no superseded fact mattered at a probe",
    );
  },
};

/** Of what the assistant says of the person on slots where something is known, the share that goes against all of it. */
export const contradiction: Scorer = {
  id: "misuse.contradiction",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "claims about the person against what is known",
  cannotSee: "claims in words outside the vocabulary",
  score(subject) {
    const chances = personClaims(subject).flatMap(({ reply, claim, known }) => {
      if (known.length === 0) return [];
      const hit = known.every((fact) => contradicts(subject.cast.slots, claim, fact));
      return [{ hit, evidence: { turn: reply.index, quote: claim.quote, fact: known[0]?.fact ?? "" } }];
    });
    return share(chances, "nothing was said of the person where something is known");
  },
};

/** Of what the assistant says of the person, the share on slots where nothing is known: it cannot but be made up. */
export const invented: Scorer = {
  id: "misuse.invented",
  version: 1,
  tier: "deterministic",
  direction: "lower",
  meaning: "claims about the person that rest on nothing known",
  cannotSee: "claims in words outside the vocabulary",
  score(subject) {
    const chances = personClaims(subject).map(({ reply, claim, known }) => ({
      hit: known.length === 0,
      evidence: { turn: reply.index, quote: claim.quote },
    }));
    return share(chances, "nothing was said of the person");
  },
};

function personClaims(subject: Subject) {
  return subject.replies.flatMap((reply) => {
    const sources = subject.knownBefore(reply.index);
    const claims = subject.talkClaims(reply).filter((claim) => isOfPerson(claim) && !claim.past);
    return claims.map((claim) => {
      const known = [...sources.keys()]
        .flatMap((id) => subject.facts.get(id) ?? [])
        .filter((fact) => fact.slot === claim.slot);
      return { reply, claim, known };
    });
  });
}
