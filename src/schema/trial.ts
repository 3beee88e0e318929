import { z } from "zod";
import { failure, outcome, probeRecord, sessionEnd, trialHead, turn, usage } from "./event.js";
import { civil, factReference, id } from "./primitives.js";

const session = z.strictObject({
  id,
  at: civil,
  drifted: z.array(factReference),
  turns: z.array(turn),
  end: sessionEnd.nullable(),
});
export type SessionRecord = z.infer<typeof session>;

/** One finished trial: a line of `trials.jsonl`, the fold of its events. */
export const trial = z.strictObject({
  schema: z.literal("dramatis/trial@1"),
  id: z.string(),
  ...trialHead,
  outcome,
  failure: failure.nullable(),
  sessions: z.array(session),
  probes: z.array(probeRecord),
  usage,
});
export type Trial = z.infer<typeof trial>;
