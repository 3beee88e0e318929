import type { Condition } from "../schema/condition.js";
import type { Attribute, Value } from "../schema/primitives.js";
import type { SpokenSlot } from "./world.js";

/**
 * Whether an attribute satisfies a condition on its slot. A missing attribute satisfies nothing but `not`.
 * Of several values, as sets have, one is enough for `is` and `any_of`, and each must pass `not`, `min` and `max`.
 */
export function satisfies(slot: SpokenSlot, condition: Condition, attribute: Attribute | undefined): boolean {
  const values = attribute === undefined ? [] : Array.isArray(attribute) ? attribute : [attribute];
  const { not } = condition;
  if (not !== undefined) return values.every((value) => !same(value, not));
  if (values.length === 0) return false;
  const wanted = condition.any_of ?? (condition.is === undefined ? undefined : [condition.is]);
  if (wanted) return values.some((value) => wanted.some((want) => serves(slot, value, want)));
  return values.every((value) => inBounds(slot, condition, value));
}

/** The place of a value on the slot's scale: its number, or its rank among an ordinal's values; NaN where it has none. */
export function rank(slot: SpokenSlot, value: Value): number {
  if (slot.type === "number") return Number(value);
  const position = Object.keys(slot.values).indexOf(String(value));
  return position < 0 ? Number.NaN : position;
}

/** The values of an enum, ordinal or set that satisfy a condition. */
export function satisfyingValues(slot: SpokenSlot, condition: Condition): string[] {
  return Object.keys(slot.values).filter((value) => satisfies(slot, condition, value));
}

/** Whether two conditions on one slot agree: some value satisfies both. On a set they always do: it may hold one for each. */
export function agree(slot: SpokenSlot, one: Condition, other: Condition): boolean {
  if (slot.type === "set") return true;
  const tried = [...Object.keys(slot.values), ...namedValues(one), ...namedValues(other)].flatMap((value) =>
    near(slot, value),
  );
  return tried.some((value) => satisfies(slot, one, value) && satisfies(slot, other, value));
}

/** The values that a condition names: what it wants, the bounds it sets, what it rules out. Who speaks of it speaks of these. */
export function namedValues({ is, not, any_of = [], min, max }: Condition): string[] {
  return [is, not, ...any_of, min, max].filter((value) => value !== undefined).map(String);
}

/** A value with its neighbours, where a slot has more values than those anyone names. */
function near(slot: SpokenSlot, value: string): Value[] {
  if (slot.type === "number") return [Number(value) - 1, Number(value), Number(value) + 1];
  return slot.type === "text" ? [value, ""] : [value];
}

function serves(slot: SpokenSlot, value: Value, want: Value): boolean {
  return same(value, want) || slot.satisfies.some(([offered, asked]) => same(offered, value) && same(asked, want));
}

/** YAML reads `38` as a number where the vocabulary has it as a word. */
const same = (one: Value, other: Value) => String(one) === String(other);

function inBounds(slot: SpokenSlot, { min, max }: Condition, value: Value): boolean {
  const place = rank(slot, value);
  return (min === undefined || place >= rank(slot, min)) && (max === undefined || place <= rank(slot, max));
}

/** A condition in a few plain words: `vegetarian`, `not nuts`, `at most medium`. */
export function wantedValue({ is, not, any_of, min, max }: Condition): string {
  if (not !== undefined) return `not ${not}`;
  if (any_of) return any_of.join(" or ");
  const bounds = [min === undefined ? [] : [`at least ${min}`], max === undefined ? [] : [`at most ${max}`]].flat();
  return is === undefined ? bounds.join(" and ") : String(is);
}
