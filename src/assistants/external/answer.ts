import { z } from "zod";
import { beginning } from "../../core/beginning.js";
import { AssistantError } from "../../core/errors.js";
import { runsOn } from "../../core/runsOn.js";
import { saysNothing } from "../../core/saysNothing.js";
import type { ToolCall } from "../../schema/event.js";

const answer = z.object({
  text: z.string(),
  choice: z.string().nullish(),
  tool_calls: z
    .array(z.object({ name: z.string().min(1).max(200), args: z.unknown().optional(), result: z.unknown().optional() }))
    .max(100)
    .nullish(),
});

/** What an external assistant answered: words, the id of what they stand for, if anything, and the tools it called for them. */
export interface Answer {
  text: string;
  choice: string | null;
  tools: ToolCall[];
}

/** Reads what came back for a turn. Throws AssistantError where it is no answer. */
export function readAnswer(text: string): Answer {
  const read = answer.safeParse(objectIn(text));
  if (!read.success)
    throw new AssistantError("invalid-output", `the answer is not ${SHAPE}${placeOf(read.error)}`, text);
  if (saysNothing(read.data.text)) throw new AssistantError("empty", "the assistant answered with an empty text", text);
  if (runsOn(read.data.text))
    throw new AssistantError("invalid-output", "the answer goes on in blanks without end", text);
  const { choice = null, tool_calls } = read.data;
  const tools = (tool_calls ?? []).map(({ name, args, result }) => ({
    ...{ name, args: beginning(JSON.stringify(args ?? {})), result: textOf(result) },
  }));
  return { text: read.data.text, choice, tools };
}

const SHAPE = "{text, choice?, tool_calls?}";

/** Where an answer that is an object differs: `: tool_calls.0.name`. */
function placeOf({ issues: [first] }: z.ZodError): string {
  return first && first.path.length > 0 ? `: ${first.path.join(".")}` : "";
}

function textOf(result: unknown): string | null {
  if (result === undefined || result === null) return null;
  return beginning(typeof result === "string" ? result : JSON.stringify(result));
}

function objectIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
