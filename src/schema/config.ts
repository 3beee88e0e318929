import { z } from "zod";

const whole = z.number().int().min(1);

/** US dollars for a million tokens. */
export const price = z.strictObject({
  input: z.number().min(0),
  output: z.number().min(0),
  cached: z.number().min(0).optional().describe("for tokens read from the prompt cache; left out: the price of input"),
});
export type Price = z.infer<typeof price>;

/** What a provider lets one model take. */
export const modelLimits = z.strictObject({
  concurrency: whole.optional().describe("calls at once, at most"),
  requests_per_minute: whole.optional(),
  tokens_per_minute: whole.optional(),
});

/** How GGUF files are run (`local:FILE`). */
export const local = z.strictObject({
  context: whole.default(8192).describe("tokens of a prompt and its answer, at most"),
  sequences: whole.max(16).default(1).describe("calls at once; each takes memory for a context of its own"),
  threads: whole.optional().describe("left out: half the processors"),
  gpu: z.boolean().default(false),
});
export type Local = z.infer<typeof local>;

/**
 * `dramatis.config.yaml`: what holds for every run in a folder. Flags and the environment come before it. It is never
 * copied into a run, so headers may stand in it.
 */
export const config = z.strictObject({
  schema: z.literal("dramatis/config@1"),
  model: z.string().optional().describe("the assistants' model where no flag and no suite names one"),
  user_model: z.string().optional(),
  out: z.string().optional().describe("where run folders are made"),
  concurrency: whole.optional().describe("trials at a time"),
  prices: z
    .record(z.string(), price)
    .default({})
    .describe("by provider:name; a name that ends in * stands for all that begin so"),
  limits: z.record(z.string(), modelLimits).default({}).describe("by provider:name, or with * at the end"),
  retry: z
    .strictObject({ tries: whole.max(20).default(6), seconds: z.number().min(0).max(3600).default(180) })
    .prefault({})
    .describe("how long a failed call is made again"),
  timeout: z.number().min(1).max(3600).default(120).describe("seconds that one call may take"),
  streaming: z
    .record(z.string(), z.boolean())
    .default({})
    .describe("by provider; false for a server that cannot send answers in pieces"),
  local: local.prefault({}),
  headers: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .describe("headers for requests, by provider"),
  cache: z.string().optional().describe("a file that keeps replies from run to run; left out: none is kept"),
});
export type Config = z.infer<typeof config>;
