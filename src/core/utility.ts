import type { Item } from "../schema/catalog.js";
import type { Condition } from "../schema/condition.js";
import { conditionOf } from "../schema/condition.js";
import type { Option } from "../schema/event.js";
import type { Attributes } from "../schema/primitives.js";
import type { Norm } from "../schema/scenario.js";
import { agree, satisfies } from "./satisfies.js";
import type { Vocabulary } from "./world.js";

/** What utility needs of a fact, whoever believes it. */
export interface Preference {
  slot: string;
  condition: Condition;
  strength: number;
  veto: boolean;
}

/** The options judged: each with its utility, and the set of the best. */
interface Judged {
  options: Option[];
  /** Ids of the options of highest utility; empty where none is admissible or nothing tells them apart by preference. */
  optimum: string[];
  infeasible: boolean;
}

/**
 * U(person, attributes): `admissible` is false where a veto or norm is broken; else utility is the mean of
 * whether each fact is satisfied, weighted by strength, in [0, 1]; null where no fact has weight.
 */
export function utility(
  slots: Vocabulary,
  attributes: Attributes,
  facts: readonly Preference[],
  norms: readonly Norm[],
): Omit<Option, "id"> {
  const unvetoed = facts.every((fact) => !fact.veto || meets(slots, fact.slot, fact.condition, attributes));
  let weight = 0;
  let sum = 0;
  for (const { slot, condition, strength } of facts) {
    weight += strength;
    if (strength > 0 && meets(slots, slot, condition, attributes)) sum += strength;
  }
  return { utility: weight > 0 ? sum / weight : null, admissible: unvetoed && keeps(slots, attributes, norms) };
}

/** Every option judged by the given facts; with nothing to tell them apart all admissible ones tie. An outranked veto rules nothing out. */
export function judge(
  slots: Vocabulary,
  items: readonly Item[],
  facts: readonly Preference[],
  norms: readonly Norm[],
): Judged {
  const standing = standingFacts(slots, items, facts, norms);
  const options = items.map((item) => ({ id: item.id, ...utility(slots, item.attributes, standing, norms) }));
  const admissible = options.filter((option) => option.admissible);
  const best = Math.max(...admissible.map((option) => option.utility ?? 0));
  const optimum = admissible.filter((option) => sameUtility(option.utility ?? 0, best)).map((option) => option.id);
  return { options, optimum, infeasible: items.length > 0 && admissible.length === 0 };
}

/** The facts with the vetoes that norms leave standing among these options. */
export function standingFacts<Fact extends Preference>(
  slots: Vocabulary,
  items: readonly Item[],
  facts: readonly Fact[],
  norms: readonly Norm[],
): Fact[] {
  return facts.map((fact) => (fact.veto && outranked(slots, items, fact, norms) ? { ...fact, veto: false } : fact));
}

/**
 * Whether norms outrank a fact: they alone keep it from being served, for every option that satisfies it breaks one;
 * or no option does, and one on its own slot rules out what it asks. A veto gives way only to norms that outrank vetoes.
 */
export function outranked(
  slots: Vocabulary,
  items: readonly Item[],
  fact: Pick<Preference, "slot" | "condition" | "veto">,
  norms: readonly Norm[],
): boolean {
  const described = slots[fact.slot];
  const higher = norms.filter((norm) => !fact.veto || norm.outranks === "veto");
  if (!described || items.length === 0 || higher.length === 0) return false;
  const serving = items.filter((item) => satisfies(described, fact.condition, item.attributes[fact.slot]));
  if (serving.length > 0) return !serving.some((item) => keeps(slots, item.attributes, higher));
  return higher.some((norm) => norm.slot === fact.slot && !agree(described, fact.condition, conditionOf(norm)));
}

/** Whether attributes meet a condition. A slot nobody knows is met by nothing. */
export function meets(slots: Vocabulary, slot: string, condition: Condition, attributes: Attributes): boolean {
  const described = slots[slot];
  return described !== undefined && satisfies(described, condition, attributes[slot]);
}

/** Whether attributes break no norm. A norm on code says nothing of a guide to it: it binds what states something on its slot. */
function keeps(slots: Vocabulary, attributes: Attributes, norms: readonly Norm[]): boolean {
  return norms.every(
    (norm) => attributes[norm.slot] === undefined || meets(slots, norm.slot, conditionOf(norm), attributes),
  );
}

// Sums of strengths in another order may differ in the last bit.
const sameUtility = (one: number, other: number) => Math.abs(one - other) < 1e-9;
