import { z } from "zod";
import { share } from "./primitives.js";

/** How far the rule-based realizer departs from what it recalls. */
const noise = z.strictObject({
  obeys: share.default(1).describe("chance to go by a recalled fact; it is drawn anew for each fact and session"),
  drags: share
    .default(0)
    .describe("chance that a first answer brings in a recalled fact that has nothing to do with it"),
});
export type Noise = z.infer<typeof noise>;

/** What an arm is given or does otherwise than the suite says. Left out: as the suite says, and nothing added. */
export const axes = {
  recall_tokens: z.number().int().min(0).optional().describe("a budget of its own; left out: the suite's"),
  cold_start: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe("given only the first so many documents, interactions and pairs, oldest first; attributes stay"),
  haystack: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("so many notes are put among the materials that tell nothing of the person; every other one nearly does"),
  evidence: z
    .literal("implied")
    .optional()
    .describe("given only the materials that state no fact: what there is to know is only implied"),
  noise: noise.optional().describe("of the rule-based realizer only"),
  serve: z
    .literal("shared")
    .optional()
    .describe("another person talks with the same assistant before each session, and gave it their materials, too"),
};

const axesSchema = z.object(axes);
export type Axes = z.infer<typeof axesSchema>;

/** The axes of an arm that has other fields, too; those left out are left out. */
export function axesOf(arm: Axes): Axes {
  const keys = Object.keys(axes) as (keyof Axes)[];
  return Object.fromEntries(keys.flatMap((key) => (arm[key] === undefined ? [] : [[key, arm[key]]])));
}

/** What sets an arm apart from others of its technique, as parts of its name. */
export function axisNames({ recall_tokens, cold_start, haystack, evidence, noise: given, serve }: Axes): string[] {
  return [
    recall_tokens === undefined ? "" : `recall-${recall_tokens}`,
    cold_start === undefined ? "" : `cold-${cold_start}`,
    haystack === undefined ? "" : `hay-${haystack}`,
    evidence ?? "",
    given === undefined || given.obeys === 1 ? "" : `obeys-${given.obeys}`,
    given === undefined || given.drags === 0 ? "" : `drags-${given.drags}`,
    serve ?? "",
  ].filter((part) => part !== "");
}
