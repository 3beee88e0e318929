import type { LivedFact } from "../../core/life.js";
import { satisfies } from "../../core/satisfies.js";
import type { Vocabulary } from "../../core/world.js";
import type { HeardAct } from "../../schema/act.js";
import type { Act } from "./acts.js";
import type { Circumstances } from "./agenda.js";

/** What a person says to a question on a slot: yes where it is so, else what is true; nothing of what they keep to themselves. */
export function replyTo(
  { slot, value }: HeardAct & { slot: string },
  facts: readonly LivedFact[],
  { slots, keeps }: Pick<Circumstances, "slots" | "keeps">,
): Act {
  const meant = value === undefined ? undefined : facts.find((fact) => isMeant(slots, fact, value));
  if (meant) return { intent: "affirm", fact: meant };
  if (facts.length === 0 && keeps(slot)) return { intent: "decline", kept: true };
  return { intent: "answer", slot, facts };
}

/**
 * The fact that goes against what is said of the person; undefined where something they are makes it true, or nothing
 * is known to the contrary. On a set nothing goes against: who must not have nuts may have to leave milk alone as well.
 */
export function contradicted(
  { value = "" }: HeardAct,
  facts: readonly LivedFact[],
  slots: Vocabulary,
): LivedFact | undefined {
  const [fact] = facts;
  if (!fact || slots[fact.slot]?.type === "set") return undefined;
  return facts.some((one) => isMeant(slots, one, value)) ? undefined : fact;
}

/** Whether a value said of the person speaks of a fact. On a set it is said of what they must not have. */
function isMeant(slots: Vocabulary, { slot, condition }: LivedFact, value: string): boolean {
  const described = slots[slot];
  if (!described) return false;
  if (described.type === "set" && condition.not !== undefined) return String(condition.not) === value;
  return satisfies(described, condition, value);
}
