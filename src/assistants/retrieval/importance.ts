import { z } from "zod";
import { filled, type Tool } from "../../core/model.js";
import type { Recollection, Thinking } from "../technique.js";

const RATE = "rate_texts";

/** Rates pieces by how much they matter to the person, 1 to 10 each, in their order. */
export type Rater = (pieces: readonly Recollection[]) => Promise<number[]>;

const rating = z.coerce.number().min(1).max(10);

/**
 * Importance as in Park et al. 2023 (arXiv 2304.03442, section 4.1), by the model's word; all new pieces in one question
 * rather than one each. A piece whose rating cannot be read has 1. Without a model nobody judges: all have 1.
 */
export function importanceBy(thinking: Thinking | null): Rater {
  return async (pieces) => {
    if (thinking === null || pieces.length === 0) return pieces.map(() => 1);
    const texts = pieces.map(({ text }, at) => `${at + 1}. ${text}`).join("\n");
    const content = filled(thinking.prompts["importance.md"] ?? "", { texts });
    const { calls } = await thinking.ask({ messages: [{ role: "user", content }], tools: [TOOL], required: RATE });
    const given = calls.flatMap(({ args }) => (Array.isArray(args.ratings) ? args.ratings : []));
    return pieces.map((_, at) => rating.safeParse(given[at]).data ?? 1);
  };
}

const TOOL: Tool = {
  name: RATE,
  description: "Rates each of the texts, in their order.",
  parameters: {
    type: "object",
    properties: { ratings: { type: "array", items: { type: "integer", minimum: 1, maximum: 10 } } },
    required: ["ratings"],
    additionalProperties: false,
  },
};
