import { z } from "zod";

const count = z.number().int().min(0);

/** What model calls used: one call, or the sum of many. */
export const usage = z.strictObject({
  calls: count,
  input: count.describe("tokens read, those of a prompt cache among them"),
  output: count.describe("tokens written, those of reasoning among them"),
  cached: count.default(0).describe("tokens read from the provider's prompt cache"),
  reasoning: count.default(0).describe("tokens written before the answer"),
  unreported: count.default(0).describe("calls whose tokens the provider did not tell: they are in no other number"),
  estimated: count
    .default(0)
    .describe(
      "tokens, about, of calls whose provider did not tell and of calls that failed: they are in no other number",
    ),
  usd: z.number().nullable().default(null).describe("null: the price of a call is unknown, or its tokens are"),
});
export type Usage = z.infer<typeof usage>;
