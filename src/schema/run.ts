import { z } from "zod";
import { assistantName, twin } from "./event.js";
import { suite } from "./suite.js";
import { usage } from "./usage.js";

/** One cell of the plan. */
export const plannedTrial = z.strictObject({
  id: z.string(),
  persona: z.string(),
  twin: twin.optional(),
  scenario: z.string(),
  assistant: z.string(),
  repeat: z.number().int(),
});
export type PlannedTrial = z.infer<typeof plannedTrial>;

/** `run.json`: what was asked, what it was made of, and how it ended. */
export const run = z.strictObject({
  schema: z.literal("dramatis/run@1"),
  id: z.string(),
  suite,
  label: z.string(),
  players: z.string(),
  assistants: z.array(assistantName),
  user: z.string(),
  plan: z.array(plannedTrial),
  versions: z.record(z.string(), z.string()),
  prompts: z.record(z.string(), z.string()).describe("sha256 by prompt"),
  files: z.record(z.string(), z.string()).describe("sha256 by file"),
  seed: z.number().int(),
  started: z.string(),
  ended: z.string().nullable(),
  status: z.enum(["running", "finished", "interrupted", "spent", "failed"]),
  counts: z.record(z.string(), z.number().int()),
  usage,
  repeated: z
    .number()
    .int()
    .default(0)
    .describe("calls that went out twice, for a process died before their answer was recorded"),
  exit_code: z.number().int().nullable(),
});
export type Run = z.infer<typeof run>;
