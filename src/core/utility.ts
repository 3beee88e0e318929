import type { Item } from "../schema/catalog.js";
import type { Condition } from "../schema/condition.js";
import { conditionOf } from "../schema/condition.js";
import type { Option } from "../schema/event.js";
import type { Attributes } from "../schema/primitives.js";
import type { Norm } from "../schema/scenario.js";
import { satisfies } from "./satisfies.js";
import type { Vocabulary } from "./world.js";

/** What utility needs of a fact, whoever believes it. */
export interface Preference {
  slot: string;
  condition: Condition;
  strength: number;
  veto: boolean;
}

/** The options judged: each with its utility, and the set of the best. */
export interface Judged {
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
  // A norm on code says nothing of a guide to it: it binds what states something on its slot.
  const lawful = norms.every(
    (norm) => attributes[norm.slot] === undefined || meets(slots, norm.slot, conditionOf(norm), attributes),
  );
  const unvetoed = facts.every((fact) => !fact.veto || meets(slots, fact.slot, fact.condition, attributes));
  let weight = 0;
  let sum = 0;
  for (const { slot, condition, strength } of facts) {
    weight += strength;
    if (strength > 0 && meets(slots, slot, condition, attributes)) sum += strength;
  }
  return { utility: weight > 0 ? sum / weight : null, admissible: lawful && unvetoed };
}

/**
 * Every option judged by the given facts. With nothing to tell them apart all admissible options tie.
 * Where no option keeps both the vetoes and a norm that outranks vetoes, the norm stands and the vetoes give way.
 */
export function judge(
  slots: Vocabulary,
  items: readonly Item[],
  facts: readonly Preference[],
  norms: readonly Norm[],
): Judged {
  const options = items.map((item) => ({ id: item.id, ...utility(slots, item.attributes, facts, norms) }));
  const admissible = options.filter((option) => option.admissible);
  const vetoed = facts.some((fact) => fact.veto);
  if (items.length > 0 && admissible.length === 0 && vetoed && norms.some((norm) => norm.outranks === "veto")) {
    return judge(
      slots,
      items,
      facts.map((fact) => ({ ...fact, veto: false })),
      norms,
    );
  }
  const best = Math.max(...admissible.map((option) => option.utility ?? 0));
  const optimum = admissible.filter((option) => sameUtility(option.utility ?? 0, best)).map((option) => option.id);
  return { options, optimum, infeasible: items.length > 0 && admissible.length === 0 };
}

/** Whether attributes meet a condition. A slot nobody knows is met by nothing. */
export function meets(slots: Vocabulary, slot: string, condition: Condition, attributes: Attributes): boolean {
  const described = slots[slot];
  return described !== undefined && satisfies(described, condition, attributes[slot]);
}

// Sums of strengths in another order may differ in the last bit.
const sameUtility = (one: number, other: number) => Math.abs(one - other) < 1e-9;
