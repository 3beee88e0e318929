import { filled, type Question } from "../../core/model.js";
import { wordsOf } from "../../core/words.js";
import type { Cast } from "../../core/world.js";
import type { Turn } from "../../schema/event.js";
import type { PlannedTurn } from "../agenda/wording.js";
import type { Refused } from "../llm/attempts.js";
import { portraitOf } from "../llm/portrait.js";
import { seenByPerson } from "../llm/talk.js";
import { type Part, partsOf } from "./planned.js";
import { wordingsIn } from "./reading.js";

/** So much of the talk goes with a brief: turns before it, the person's own first. */
const TURNS = 6;

/** What a model is asked for the words of a planned turn; after a wording that may not stand, with the reason. */
export function briefOf(
  prompt: string,
  cast: Cast,
  planned: PlannedTurn,
  turns: readonly Turn[],
  refused: Refused | null,
): Question {
  const { persona } = cast;
  const longest = Math.max(persona.style.words_per_turn[1], wordsOf(planned.template).length);
  const content = filled(prompt, {
    ...portraitOf(persona),
    meaning: planned.template,
    must:
      partsOf(planned, cast)
        .map((part) => mustHave(part, planned.template))
        .join("\n") || "(nothing)",
    again: refused
      ? `You wrote “${refused.text.slice(0, 300)}”, which will not do (${refused.faults.join(", ")}). Write it anew.\n`
      : "",
    words: String(longest),
  });
  return { messages: [{ role: "system", content }, ...seenByPerson(recent(turns))], tools: [] };
}

/** One way to say a part: the template's, where it can be told which that is. A question may be asked in any of its words. */
function mustHave({ fault, about, wordings }: Part, template: string): string {
  if (fault === "request-missing") return `- ${about}, with one of: ${wordings.slice(0, 6).join(" / ")}`;
  const [own] = wordingsIn(template, wordings);
  return `- ${about}: “${own ?? wordings[0]}”`;
}

function recent(turns: readonly Turn[]): readonly Turn[] {
  const last = turns.slice(-TURNS);
  return last[0]?.speaker === "assistant" ? last.slice(1) : last;
}
