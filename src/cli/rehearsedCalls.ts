import { z } from "zod";
import type { Question } from "../core/model.js";
import type { RecordedReply } from "../schema/call.js";

/** As much of a tool's parameters as is looked at. */
const shape = z.object({
  properties: z.record(z.string(), z.object({ type: z.string(), items: z.record(z.string(), z.unknown()).optional() })),
});

/**
 * What a model would call that must, as far as the shape of the tool tells: lists of free words get two, so that what a
 * technique asks next about each of them is asked; all other lists stay empty, for what stands in them is the model's to say.
 */
export function rehearsedCalls({ tools, required }: Question): RecordedReply["calls"] {
  const tool = tools.find(({ name }) => name === required);
  if (!tool) return [];
  const { properties } = shape.safeParse(tool.parameters).data ?? { properties: {} };
  const args = Object.entries(properties).flatMap(([name, { type, items }]) =>
    type === "array" ? [[name, items?.type === "string" && items.enum === undefined ? WORDS : []]] : [],
  );
  return [{ name: tool.name, args: Object.fromEntries(args) }];
}

const WORDS = ["what was said first", "what was said next"];
