import { type Claim, isOfPerson } from "../../core/claims.js";
import type { AskedProbe, Subject } from "../subject.js";

/** An answer to a question about the person speaks of them, or leaves out of whom it speaks: `a houseboat`. */
export const answers = (claim: Claim) => isOfPerson(claim) || (claim.standing === "open" && claim.mood === "said");

/** Probes that ask what is known of the person on a slot where such a thing is expected. */
export function askedAbout(
  { asked }: Subject,
  due: (expected: string | undefined) => boolean,
): (AskedProbe & { about: string })[] {
  return asked.flatMap((probe) => {
    const { about } = probe.script;
    return about !== undefined && due(probe.record.expected[about]) ? [{ ...probe, about }] : [];
  });
}
