import { z } from "zod";
import { condition } from "./condition.js";
import { id } from "./primitives.js";

/** What a user does with a turn. The names follow the agenda-based simulation of Schatzmann et al. 2007. */
export const userIntent = z.enum([
  "open",
  "inform",
  "answer",
  "decline",
  "accept",
  "question",
  "alternative",
  "correct",
  "deny",
  "affirm",
  "request",
  "relax",
  "restart",
  "repeat",
  "prompt",
  "no-more",
  "thank",
  "bye",
  "give-up",
  "probe",
  "beat",
]);

/** One act of a user turn, with what it is about. */
export const userAct = z.strictObject({
  intent: userIntent,
  slot: id.optional(),
  item: id.optional(),
  request: id.optional(),
  condition: condition.optional(),
});
export type UserAct = z.infer<typeof userAct>;

/** What an assistant's text was heard to do. `ack` takes note of something; it asks for nothing and offers nothing. */
export const heardIntent = z.enum([
  "greet",
  "recommend",
  "inform",
  "request",
  "confirm",
  "select",
  "no-offer",
  "more",
  "repeat",
  "ack",
  "bye",
]);
export type HeardIntent = z.infer<typeof heardIntent>;

/** One act heard in an assistant's text. */
export const heardAct = z.strictObject({
  intent: heardIntent,
  slot: id.optional(),
  value: z.string().optional(),
  item: id.optional(),
  request: id.optional(),
});
export type HeardAct = z.infer<typeof heardAct>;
