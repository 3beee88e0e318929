import type { Claim } from "../core/claims.js";
import { namedValues, satisfies, satisfyingValues } from "../core/satisfies.js";
import { meets } from "../core/utility.js";
import type { Vocabulary } from "../core/world.js";
import type { TruthFact } from "../schema/event.js";
import type { Attributes } from "../schema/primitives.js";

/** Whether a claim speaks of a fact: names a value it wants, or denies the one it rules out. Of others it does not. */
export function speaksOf(claim: Claim, { slot, condition }: TruthFact): boolean {
  if (claim.slot !== slot || claim.standing === "other" || !MEANT.has(claim.mood)) return false;
  if (condition.not !== undefined) return claim.value === condition.not && (claim.negated || claim.denies);
  return namedValues(condition).includes(claim.value) && !claim.negated;
}

const MEANT = new Set<Claim["mood"]>(["said", "asked"]);

/** Whether a claim about the person goes against a fact. */
export function contradicts(slots: Vocabulary, claim: Claim, { slot, condition }: TruthFact): boolean {
  const described = slots[slot];
  if (claim.slot !== slot || described === undefined || described.type === "set") return false;
  // Who is a translator may be a poet, too, and who is from one country live in another.
  if (described.type === "text") return false;
  if (described.type === "number") return satisfies(described, condition, claim.value) === claim.negated;
  return satisfyingValues(described, condition).includes(claim.value) === claim.negated;
}

/** Whether what came out satisfies a fact. */
export function satisfied(slots: Vocabulary, attributes: Attributes, { slot, condition }: TruthFact): boolean {
  return meets(slots, slot, condition, attributes);
}
