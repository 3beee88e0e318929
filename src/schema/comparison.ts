import { z } from "zod";

/** Why trials of the two arms are no pair. */
export const leftOutReason = z.enum([
  "simulator_error",
  "missing_before",
  "missing_after",
  "other_seed",
  "other_truth",
  "infrastructure_error",
]);
export type LeftOutReason = z.infer<typeof leftOutReason>;

/** One arm of one run. */
const side = z.strictObject({
  run: z.string(),
  assistant: z.string(),
  players: z.string(),
  label: z.string(),
});

/** What became of one scorer from the first arm to the second. */
export const comparedScorer = z.strictObject({
  scorer: z.string(),
  endpoint: z
    .enum(["primary", "exploratory"])
    .describe("primary ones are named before any run; Holm goes by each kind"),
  direction: z.enum(["higher", "lower", "neither"]),
  before: z.number().nullable().describe("mean over persons, of the pairs in which the scorer is known on both sides"),
  after: z.number().nullable(),
  difference: z.number().nullable().describe("mean over persons of after less before"),
  low: z.number().nullable(),
  high: z.number().nullable(),
  interval: z.string(),
  persons: z.number().int(),
  pairs: z.number().int(),
  unknown: z.number().int().describe("pairs in which the scorer is unknown on either side"),
  p: z.number().nullable().describe("two-sided, by sign flips of persons' differences"),
  adjusted: z.number().nullable().describe("after Holm; null where nothing was tested"),
  mcnemar: z
    .number()
    .nullable()
    .describe("exact McNemar, where every trial is a plain yes or no; takes trials for independent"),
  visible: z.number().nullable().describe("the smallest true difference that so many persons show four times in five"),
  verdict: z.enum(["better", "worse", "unclear", "same"]).nullable(),
  reason: z.string().nullable().describe("why there is no verdict, or why none could be clear"),
});
export type ComparedScorer = z.infer<typeof comparedScorer>;

/** Two arms compared: a line of `dramatis compare --json`. */
export const comparison = z.strictObject({
  schema: z.literal("dramatis/comparison@1"),
  before: side,
  after: side,
  seed: z.number().int().describe("of resamples and of drawn sign flips"),
  pairs: z.number().int().describe("trials that met the same person with the same draws in both arms"),
  left_out: z.array(z.strictObject({ reason: leftOutReason, pairs: z.number().int() })),
  scorers: z.array(comparedScorer),
});
export type Comparison = z.infer<typeof comparison>;
