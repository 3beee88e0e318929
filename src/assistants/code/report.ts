import { z } from "zod";

/** How an errand went wrong, and what would mend it. `load` and `library`: the code cannot be had at all. */
export const fault = z.object({
  kind: z.enum(["load", "library", "exception", "invalid-output", "timeout"]),
  message: z.string(),
  raw: z.string().nullable(),
  hint: z.string().nullable(),
});

/** What comes back. Any code in the thread can send something, so it is looked at before it is believed. */
export const report = z.union([z.object({ id: z.number(), text: z.string() }), z.object({ id: z.number(), fault })]);
