import { z } from "zod";
import { filled, type Tool } from "../../core/model.js";
import type { Vocabulary } from "../../core/world.js";
import type { Recollection, Thinking } from "../technique.js";
import type { Reader, Statement } from "./statement.js";

const NOTE = "note_facts";

const noted = z.object({
  from: z.coerce.number().int().describe("number of the text it stands in"),
  slot: z.string().describe("what it is about"),
  value: z.coerce.string().min(1),
  avoids: z.boolean().default(false).describe("the person rules this value out"),
  confidence: z.coerce.number().min(0).max(1).default(0.5),
});

/**
 * Reads by the assistant's model: one structured question for all pieces that came since the last (a distilled profile,
 * as in Richardson et al. 2023, arXiv 2310.20081). Entries of the answer that make no sense are left out. Throws
 * ProviderError where the model gives no answer that can be read.
 */
export function modelReader(slots: Vocabulary, thinking: Thinking): Reader {
  const tools = [notingTool(slots)];
  return async (pieces) => {
    if (pieces.length === 0) return [];
    const texts = pieces.map(({ text }, at) => `${at + 1}. ${text}`).join("\n");
    const content = filled(thinking.prompts["profile.md"] ?? "", { texts });
    const messages = [{ role: "user" as const, content }];
    const { calls } = await thinking.ask({ messages, tools, required: NOTE });
    const entries = calls.flatMap(({ args }) => (Array.isArray(args.facts) ? args.facts : []));
    return entries.flatMap((entry) => statementOf(entry, pieces, slots));
  };
}

function statementOf(entry: unknown, pieces: readonly Recollection[], slots: Vocabulary): Statement[] {
  const { data } = noted.safeParse(entry);
  const piece = data && pieces[data.from - 1];
  if (!data || !piece || !Object.hasOwn(slots, data.slot)) return [];
  const { slot, value, avoids, confidence } = data;
  return [{ slot, condition: avoids ? { not: value } : { is: value }, confidence, piece }];
}

/** The slots of the vocabulary are the headings of the profile, so that two profiles can be compared. */
function notingTool(slots: Vocabulary): Tool {
  const { $schema: _, ...entry } = z.toJSONSchema(
    noted.extend({ slot: z.enum(Object.keys(slots) as [string, ...string[]]) }),
    { io: "input" },
  );
  return {
    name: NOTE,
    description: "Notes what the texts say of the person; an empty list where they say nothing.",
    parameters: {
      type: "object",
      properties: { facts: { type: "array", items: entry } },
      required: ["facts"],
      additionalProperties: false,
    },
  };
}
