import { z } from "zod";
import { usage } from "./usage.js";

/** For whom a call was made; `embeddings`: for the technique of the assistant, which wanted texts as vectors. */
export const caller = z.enum(["user", "assistant", "judge", "embeddings"]);
export type Caller = z.infer<typeof caller>;

/** What tells one call of a trial from all others: the hash of all that changes its answer, and the how-manieth such call it is. */
export const callKey = { key: z.string(), nth: z.number().int().min(0) };

/** A failed try: its class and what was said. */
export const failedTry = z.strictObject({
  class: z.string(),
  message: z.string(),
  raw: z.string().nullable(),
  fault: z.literal("assistant").optional().describe("it was an external assistant's; left out: of what is between"),
  spent: z
    .strictObject({ tokens: z.number().int().min(0), usd: z.number().min(0) })
    .optional()
    .describe("what it may have cost all the same, about; left out where nothing"),
});
export type FailedTry = z.infer<typeof failedTry>;

/** How a call was told where it was not by the provider's own means: as JSON, or printed in the text. */
export const told = z.enum(["json", "printed"]);
export type Told = z.infer<typeof told>;

/** A reply as it is recorded, so that it can stand for the call when the trial is played again. */
export const recordedReply = z.strictObject({
  text: z.string(),
  calls: z.array(
    z.strictObject({
      name: z.string(),
      args: z.record(z.string(), z.unknown()),
      by: told.optional().describe("left out: by the provider's own means"),
    }),
  ),
  usage,
  vectors: z
    .array(z.string())
    .optional()
    .describe("embeddings only: a vector for each text, its numbers as 32-bit floats, little-endian, in base64"),
  finish: z.literal("length").optional().describe("the answer was cut at the most tokens it may have"),
});
export type RecordedReply = z.infer<typeof recordedReply>;

/** One call to a model or an external assistant, answered or given up. */
export const modelCall = z.strictObject({
  ...callKey,
  caller,
  model: z.string(),
  reply: recordedReply.nullable(),
  tries: z.array(failedTry).describe("those that failed; where there is no reply, the last of them ended the call"),
});
export type ModelCall = z.infer<typeof modelCall>;
