import { filled, type Question, type Tool } from "../core/model.js";
import type { Rubric } from "../schema/rubric.js";

/** What is judged: a reply, or two of them side by side, with what was asked and what could be known. */
export interface Matter {
  /** What may be known of the person, in words; empty where nothing. */
  known: string;
  asked: string;
  reply: string;
  /** The reply to compare with, where the rubric is of pairs. */
  other?: string;
}

export const VERDICT = "give_verdict";

/** What a judge is asked: the rubric first, which stays the same for all, then the matter. */
export function questionTo(rubric: Rubric, prompt: string, matter: Matter): Question {
  const verdicts = rubric.verdicts.map(({ verdict, means }) => `- ${verdict}: ${means}`).join("\n");
  const examples = rubric.examples.map(shown).join("\n\n");
  const system = filled(prompt, { question: rubric.question, verdicts, examples });
  return {
    messages: [
      { role: "system", content: system },
      { role: "user", content: put(matter) },
    ],
    tools: [toolOf(rubric)],
    required: VERDICT,
  };
}

/** The quote comes first: who has to point at something before judging judges what is there. */
function toolOf({ verdicts }: Rubric): Tool {
  return {
    name: VERDICT,
    description: "Gives the verdict, with the words of the reply that it rests on.",
    parameters: {
      type: "object",
      properties: {
        quote: { type: "string", description: "copied word for word from the reply" },
        verdict: { type: "string", enum: verdicts.map(({ verdict }) => verdict) },
      },
      required: ["quote", "verdict"],
      additionalProperties: false,
    },
  };
}

/** Between marks, so that what stands in a reply is not taken for an instruction. */
function put({ known, asked, reply, other }: Matter): string {
  const replies = other === undefined ? part("reply", reply) : `${part("first", reply)}\n${part("second", other)}`;
  return `${part("known", known || "nothing")}\n${part("asked", asked)}\n${replies}`;
}

/**
 * Marks inside are changed, not taken out: what is left of two that stand in each other would be a mark. One with blanks or
 * more words in it is read as a mark by a model, too.
 */
const part = (name: string, text: string) => `<${name}>\n${text.replace(MARKS, "[$1]")}\n</${name}>`;
const MARKS = /<([\s/]*(?:known|asked|reply|first|second)\b[^<>]*)>/gi;

function shown({ known, asked, reply, other, verdict, quote }: Rubric["examples"][0]): string {
  return `${put({ known, asked, reply, ...(other === undefined ? {} : { other }) })}\nverdict: ${verdict}, quote: "${quote}"`;
}
