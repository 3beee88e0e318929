import { z } from "zod";
import { failedTry } from "./call.js";
import { id } from "./primitives.js";
import { verdictValue } from "./rubric.js";
import { usage } from "./usage.js";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Which rubric a judge was given, and which model it is. */
export const judgeName = z.strictObject({
  rubric: id,
  version: z.number().int().min(1).describe("of the rubric"),
  sha256: sha256.describe("of the rubric's file"),
  model: z.string(),
});
export type JudgeName = z.infer<typeof judgeName>;

/** One vote of a judge on one first reply to a probe: a line of `judgements.jsonl`. */
export const judgement = z
  .strictObject({
    schema: z.literal("dramatis/judgement@1"),
    key: sha256.describe("of all that changes the answer: the model, its settings, what it is asked, and the repeat"),
    trial: z.string(),
    turn: z.number().int().min(0).describe("index of the reply"),
    probe: id,
    ...judgeName.shape,
    repeat: z.number().int().min(0),
    order: z
      .enum(["alone", "there", "back"])
      .describe("alone: one reply by itself; of a pair, there: this reply stands first, back: it stands second"),
    against: z.string().optional().describe("of a pair: the trial that the other reply is from"),
    outcome: z
      .enum(["verdict", "void", "unread", "failed"])
      .describe("void: what it quoted does not stand in the reply; unread: its answer is none; failed: no answer came"),
    verdict: id.nullable().describe("null where there is none that counts"),
    value: verdictValue.describe("what the rubric counts the verdict as; null where nothing is counted"),
    quote: z.string().nullable(),
    reason: z.string().nullable().describe("why there is no verdict"),
    failure: failedTry.pick({ class: true, message: true }).optional().describe("failed only: how the last try did"),
    usage: usage.describe("tries that failed included"),
  })
  .refine(
    ({ outcome, verdict }) => (outcome === "verdict") === (verdict !== null),
    "a verdict counts where it is the outcome, and only there",
  );
export type JudgementLine = z.infer<typeof judgement>;
