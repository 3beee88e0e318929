import { z } from "zod";
import { failure, fork, learnedFact, outcome, probeRecord, sessionEnd, toolUse, trialHead, turn } from "./event.js";
import { civil, factReference, id } from "./primitives.js";
import { usage } from "./usage.js";

const session = z.strictObject({
  id,
  at: civil,
  drifted: z.array(factReference),
  turns: z.array(turn),
  end: sessionEnd.nullable(),
  learned: z
    .array(learnedFact)
    .optional()
    .describe("what the technique held of the person behind it; left out where it keeps no statements"),
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
  tools: z.array(toolUse).optional().describe("tools that the assistant called; left out where it called none"),
  forks: z.array(fork).optional().describe("what was asked off the record; left out where nothing was"),
  usage,
});
export type Trial = z.infer<typeof trial>;

const pair = { persona: true, twin: true, scenario: true, repeat: true, assistant: true } as const;
const result = { ...pair, id: true, outcome: true } as const;

/** What the person said in a session; what the assistant said is left out. */
const saidByPerson = z.object({
  turns: z
    .array(z.object({ speaker: z.enum(["user", "assistant"]), text: z.string() }))
    .transform((turns) => turns.filter(({ speaker }) => speaker === "user")),
});

/** Which trial it was, what the person said and how it ended: what summaries need. Of a whole trial, the rest is left out. */
export const trialResult = trial
  .pick(result)
  .extend({
    sessions: z.array(saidByPerson).optional(),
    probes: z.array(probeRecord.pick({ id: true, slots: true, optimum: true, chosen: true }).strip()),
  })
  .strip();
export type TrialResult = z.infer<typeof trialResult>;

/** Whom a trial met, with which draws, and how it ended: what tells whether trials of two arms are a pair. */
export const trialEncounter = trial.pick({ ...result, seed: true, truth: true }).strip();
export type TrialEncounter = z.infer<typeof trialEncounter>;
