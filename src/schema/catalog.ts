import { z } from "zod";
import { attributes, id, name, prose } from "./primitives.js";

/** Something that can be chosen: an item of the world, or one tagged variant of an artifact. */
export const item = z.strictObject({
  id,
  name: name.describe("how it is spoken of; unique in the catalog"),
  kind: id.describe("probes and goals choose among the items of one kind"),
  attributes: attributes.default({}),
  pitch: z.array(prose).min(1).describe("neutral clauses that introduce it without judging for whom it is"),
  points: z.record(id, z.array(prose).min(1)).default({}).describe("by slot: clauses that say what it has there"),
  details: z.record(id, z.array(prose).min(1)).default({}).describe("by request: the sentences that answer it"),
  text: z.array(prose).default([]).describe("a variant's body; {slot} is filled with what is known of the person"),
  reveals: z.array(id).default([]).describe("slots whose value the text gives away when it is known"),
});
export type Item = z.infer<typeof item>;

/** A thing a user may ask about an item. */
export const request = z.strictObject({
  ask: z.array(prose).min(2).describe("how a user asks; {item} is the item's name"),
  cues: z.array(prose).min(1).describe("words that show a text is about it"),
});

/** Items or tagged variants that can be chosen, with attributes by slot. */
export const catalog = z.strictObject({
  schema: z.literal("dramatis/catalog@1"),
  id,
  domain: id,
  requests: z.record(id, request).default({}),
  items: z.array(item).min(1),
});
export type Catalog = z.infer<typeof catalog>;
