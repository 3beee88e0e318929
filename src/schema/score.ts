import { z } from "zod";
import { judgeName } from "./judgement.js";

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
  judge: judgeName.optional().describe("scorers of the judge tier only: who judged, and by which rubric"),
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

const share = z.number().nullable();

/** A number that rests on a judge, with what tells how far it can be trusted. */
export const judgedNumber = z.strictObject({
  scorer: z.string(),
  assistant: z.string(),
  judge: judgeName,
  value: share,
  low: share,
  high: share,
  n: z.number().int().describe("personas"),
  reason: z.string().nullable(),
  replies: z.number().int().describe("replies, or pairs of them, with a verdict that counts"),
  undecided: z.number().int().describe("without a verdict: votes void, unread or failed, or no majority"),
  not_in_question: z.number().int().describe("with a verdict that counts nothing"),
  votes: z.number().int(),
  void: z.number().int().describe("votes that quoted what does not stand in the reply"),
  unread: z.number().int().describe("answers that are no verdict"),
  failed: z.number().int().describe("calls without an answer"),
  agreement: share.describe("share of pairs of repeats that agree, mean over replies; null without repeats"),
  own_replies: z.boolean().describe("the judge wrote these replies itself"),
  calibration: z
    .strictObject({ labelled: z.number().int(), kappa: share, sensitivity: share, specificity: share })
    .nullable()
    .describe("null: not calibrated"),
  corrected: z
    .strictObject({ value: share, low: share, high: share })
    .nullable()
    .describe("the rate corrected by sensitivity and specificity (Rogan and Gladen 1978); null where it is no rate"),
});
export type JudgedNumber = z.infer<typeof judgedNumber>;

/** `summary.json`: pure functions of `trials.jsonl` and `scores.jsonl`; `judged` also of `judgements.jsonl` and the calibration given. */
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
  judged: z.array(judgedNumber).optional().describe("what rests on judges; left out where nobody judged"),
});
export type Summary = z.infer<typeof summary>;
export type ThresholdResult = Summary["thresholds"][number];
