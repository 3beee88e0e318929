import { z } from "zod";

/** A piece of a transcript that a score rests on. */
export const scoreEvidence = z.strictObject({
  turn: z.number().int(),
  quote: z.string(),
  fact: z.string().optional(),
  probe: z.string().optional(),
  hit: z
    .boolean()
    .optional()
    .describe("whether this chance counts in the numerator; absent where the score is no share"),
});
export type ScoreEvidence = z.infer<typeof scoreEvidence>;

/** One number about one trial: a line of `scores.jsonl`. `null` is unknown, and `reason` says why. */
export const score = z.strictObject({
  schema: z.literal("dramatis/score@1"),
  trial: z.string(),
  scorer: z.string(),
  version: z.number().int(),
  value: z.number().nullable(),
  n: z.number().describe("the denominator: how many chances there were"),
  reason: z.string().nullable(),
  undetermined: z.number().int().optional().describe("chances left out because nothing can be told from them"),
  evidence: z.array(scoreEvidence),
});
export type Score = z.infer<typeof score>;

/** A number about a whole arm, with its uncertainty. */
export const estimate = z.strictObject({
  scorer: z.string(),
  version: z.number().int(),
  assistant: z.string(),
  direction: z.enum(["higher", "lower", "neither"]),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().int().describe("personas"),
  trials: z.number().int(),
  interval: z.string(),
  reason: z.string().nullable(),
});
export type Estimate = z.infer<typeof estimate>;

/** `summary.json`: pure functions of `trials.jsonl` and `scores.jsonl`. */
export const summary = z.strictObject({
  schema: z.literal("dramatis/summary@1"),
  run: z.string(),
  label: z.string(),
  players: z.string(),
  seed: z.number().int(),
  outcomes: z.record(z.string(), z.record(z.string(), z.number().int())),
  dropped_pairs: z.number().int().describe("pairs left out of every arm because the simulated user failed in one"),
  estimates: z.array(estimate),
  thresholds: z.array(
    z.strictObject({
      scorer: z.string(),
      assistant: z.string(),
      min: z.number().nullable(),
      max: z.number().nullable(),
      value: z.number().nullable(),
      low: z.number().nullable().default(null),
      high: z.number().nullable().default(null),
      n: z.number().int().nullable().default(null).describe("personas; null in summaries made before this was kept"),
      reason: z.string().nullable().default(null).describe("why the value is unknown, which is no pass"),
      met: z.boolean(),
    }),
  ),
  cannot_see: z.array(z.string()),
});
export type Summary = z.infer<typeof summary>;
export type ThresholdResult = Summary["thresholds"][number];
