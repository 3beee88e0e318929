import { filled, type Question } from "../../core/model.js";
import { wordsOf } from "../../core/words.js";
import type { Cast } from "../../core/world.js";
import type { Turn } from "../../schema/event.js";
import type { PlannedTurn } from "../agenda/wording.js";
import { type Refused, reproach } from "../llm/attempts.js";
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
  const { template } = planned;
  return asked(prompt, cast, turns, {
    meaning: template,
    must: partsOf(planned, cast)
      .map((part) => mustHave(part, template))
      .join("\n"),
    again: reproach(refused),
  });
}

/** The same for an answer off the record: what it says is left to the model. */
export function asideOf(prompt: string, cast: Cast, turns: readonly Turn[], question: string): Question {
  const free = { meaning: "a short answer of your own to this last question", must: "", again: "" };
  const { messages, tools } = asked(prompt, cast, turns, free);
  return { messages: [...messages, { role: "user", content: question }], tools };
}

function asked(
  prompt: string,
  { persona }: Cast,
  turns: readonly Turn[],
  { meaning, must, again }: { meaning: string; must: string; again: string },
): Question {
  const words = String(Math.max(persona.style.words_per_turn[1], wordsOf(meaning).length));
  const content = filled(prompt, { ...portraitOf(persona), meaning, must: must || "(nothing)", again, words });
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
