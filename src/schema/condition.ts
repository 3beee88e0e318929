import { z } from "zod";
import { value } from "./primitives.js";

/** The fields of a condition, to be spread into a fact. */
export const conditionFields = {
  is: value.optional().describe("the attribute equals this value, or satisfies it by the slot's `satisfies`"),
  not: value.optional().describe("the attribute is anything but this value"),
  any_of: z.array(value).min(1).optional().describe("the attribute is one of these values"),
  min: value.optional().describe("the attribute is at least this (ordinal or number)"),
  max: value.optional().describe("the attribute is at most this (ordinal or number)"),
};

const fields = z.strictObject(conditionFields);

/** The refinement that a condition, alone or inside a fact, states exactly one thing. */
export function oneStatement(): [(stated: z.infer<typeof fields>) => boolean, string] {
  return [statesOneThing, "a condition states one thing: is, not, any_of, or min and/or max"];
}

/** One statement about a slot: `is`, `not`, `any_of`, or a `min`, a `max` or both. */
export const condition = fields.refine(...oneStatement());
export type Condition = z.infer<typeof condition>;

/** The condition inside a fact, without the fact's other fields. */
export function conditionOf({ is, not, any_of, min, max }: z.infer<typeof fields>): Condition {
  const parts = Object.entries({ is, not, any_of, min, max });
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

function statesOneThing({ is, not, any_of, min, max }: z.infer<typeof fields>): boolean {
  return [is, not, any_of, min ?? max].filter((part) => part !== undefined).length === 1;
}
