import { z } from "zod";
import { id, name, prose } from "./primitives.js";

const wordings = z.array(prose);

/**
 * The wordings of one value, by who uses them. `say`, `write` and `match` share none:
 * a scorer that looked for the words a player was given would only measure the template.
 */
export const slotValue = z.strictObject({
  say: wordings.min(1).describe("first person, spoken by users"),
  write: wordings.min(1).describe("first person, standing in documents"),
  match: wordings.min(1).describe("what scorers look for in an assistant's text; realizer and techniques never see it"),
  tell: wordings.default([]).describe("second person, how an assistant speaks of it: `you eat vegetarian`"),
});

export type SlotValue = z.infer<typeof slotValue>;

/** The measures that can be taken of an artifact's text. */
export const measure = z.enum([
  "words",
  "sentences",
  "register",
  "emoji",
  "bullets",
  "reading_grade",
  "identifier_case",
  "imports",
]);
export type Measure = z.infer<typeof measure>;

/** Something about people that can matter: one entry of the shared vocabulary. */
export const slot = z.strictObject({
  id,
  type: z.enum(["enum", "ordinal", "number", "set", "text"]),
  about: name.describe("what the slot is, as a noun phrase for designers"),
  values: z.record(name, slotValue).default({}).describe("enum and set: the values; ordinal: from least to most"),
  satisfies: z
    .array(z.tuple([z.string(), z.string()]))
    .default([])
    .describe("[a, b]: an option with a also serves who asks for b"),
  ask: z.array(prose).default([]).describe("questions an assistant asks to learn it"),
  cues: z.array(prose).default([]).describe("words that show a question is about this slot"),
  unit: name.optional(),
  measure: measure.optional(),
  sensitive: z.boolean().default(false).describe("health, money, beliefs: naming it without need is over-use"),
});
export type Slot = z.infer<typeof slot>;

/** A file of slots. */
export const slotFile = z.array(slot);
