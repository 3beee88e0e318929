import { isOfPerson } from "../../core/claims.js";
import type { Subject } from "../subject.js";

/** What the assistant says of the person as it is now, each claim with the facts known on its slot by then. */
export function personClaims(subject: Subject) {
  return subject.replies.flatMap((reply) => {
    const before = subject.knownBefore(reply.index);
    const claims = subject.talkClaims(reply).filter((claim) => isOfPerson(claim) && !claim.past);
    return claims.map((claim) => {
      const known = [...before].flatMap((id) => subject.facts.get(id) ?? []).filter((fact) => fact.slot === claim.slot);
      return { reply, claim, known };
    });
  });
}
