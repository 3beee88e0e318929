import { z } from "zod";

/** How a model is asked to answer. What is left out is the provider's to choose. */
export const settings = z.strictObject({
  temperature: z.number().min(0).max(2).optional(),
  seed: z.number().int().optional().describe("as far as the provider keeps to one"),
  max_tokens: z.number().int().min(1).optional().describe("tokens of an answer, at most"),
  stop: z.array(z.string().min(1)).max(4).optional(),
  reasoning_effort: z.enum(["minimal", "low", "medium", "high"]).optional(),
});
export type Settings = z.infer<typeof settings>;

/** Settings by the part that a model plays. */
export const roleSettings = z.strictObject({
  user: settings.optional(),
  assistant: settings.optional(),
  judge: settings.optional(),
});
export type RoleSettings = z.infer<typeof roleSettings>;
