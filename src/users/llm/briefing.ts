import type { LivedFact, Moment } from "../../core/life.js";
import { type Completion, filled, type Message, type Tool } from "../../core/model.js";
import { wantedValue } from "../../core/satisfies.js";
import type { Cast } from "../../core/world.js";
import type { Turn } from "../../schema/event.js";
import type { Session } from "../../schema/scenario.js";

/** How a model ends the talk: never by a magic word. */
export const END_TALK: Tool = {
  name: "end_talk",
  description: "Ends the conversation: you have what you want, or you lost patience.",
  parameters: {
    type: "object",
    properties: { outcome: { type: "string", enum: ["satisfied", "gave-up"] }, reason: { type: "string" } },
    required: ["outcome", "reason"],
    additionalProperties: false,
  },
};

/** The messages a user's model sees: the person's own turns are its own (`assistant`), the assistant's are the other's. */
export function briefingOf(
  prompt: string,
  { persona, slots, scenario }: Cast,
  facts: readonly LivedFact[],
  { goal }: Session,
  { at }: Moment,
  turns: readonly Turn[],
): Message[] {
  const { style } = persona;
  const system = filled(prompt, {
    name: persona.name,
    about: Object.entries(persona.demographics)
      .map(([key, value]) => `${key} ${value}`)
      .join(", "),
    style: `${style.words_per_turn.join(" to ")} words a turn, ${style.formality < 0.35 ? "casual" : style.formality < 0.7 ? "plain" : "formal"}, ${style.punctuation} punctuation, ${style.casing === "lower" ? "all lower case" : "usual capitals"}`,
    examples: style.examples.map((line) => `> ${line}`).join("\n"),
    at: at.replace("T", " "),
    place: scenario.situation.place,
    goal: goal
      ? `${goal.open[0]} ${goal.context[0]} You also want to know: ${goal.requests.join(", ") || "nothing more"}.`
      : "to be served",
    facts:
      facts
        .map(
          (fact) =>
            `- ${slots[fact.slot]?.about ?? fact.slot}: ${wantedValue(fact.condition)}${fact.veto ? " (a must)" : ""}`,
        )
        .join("\n") || "(nothing)",
    words: String(style.words_per_turn[1]),
  });
  const talk = turns.map(
    ({ speaker, text }): Message => ({ role: speaker === "user" ? "assistant" : "user", content: text }),
  );
  // Servers refuse a talk that does not begin with the other side.
  return [{ role: "system", content: system }, { role: "user", content: "(the conversation begins)" }, ...talk];
}

/** How a model ended the talk, and how it said so. */
export interface Ending {
  outcome: "satisfied" | "gave-up";
  told: "structure" | "json" | "printed";
}

/** What a model said, and how it ended the talk if it did: by the tool, or where tools fail by one JSON object `{text, end}`. */
export function spokenIn({ text, calls }: Pick<Completion, "text" | "calls">): { words: string; end: Ending | null } {
  const call = calls.find(({ name }) => name === END_TALK.name);
  if (call) return { words: text.trim(), end: endingOf(call.args.outcome, call.by ?? "structure") };
  const { text: words, end } = objectIn(text) ?? {};
  return typeof words === "string"
    ? { words: words.trim(), end: end ? endingOf(end, "json") : null }
    : { words: text.trim(), end: null };
}

const endingOf = (outcome: unknown, told: Ending["told"]): Ending => ({
  outcome: outcome === "gave-up" ? "gave-up" : "satisfied",
  told,
});

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.trimStart().startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
