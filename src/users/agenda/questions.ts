import type { LivedFact } from "../../core/life.js";
import { satisfies } from "../../core/satisfies.js";
import type { HeardAct } from "../../schema/act.js";
import type { Act } from "./acts.js";
import type { Circumstances } from "./agenda.js";

/** What a person says to a question on a slot: yes where it is so, else what is true; nothing of what they keep to themselves. */
export function replyTo(
  { slot, value }: HeardAct & { slot: string },
  facts: readonly LivedFact[],
  { slots, keeps }: Pick<Circumstances, "slots" | "keeps">,
): Act {
  const described = slots[slot];
  const meant = facts.find(
    ({ condition }) => value !== undefined && described && satisfies(described, condition, value),
  );
  if (meant) return { intent: "affirm", fact: meant };
  if (facts.length === 0 && keeps(slot)) return { intent: "decline", kept: true };
  return { intent: "answer", slot, facts };
}
