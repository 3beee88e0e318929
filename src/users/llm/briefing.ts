import type { LivedFact, Moment } from "../../core/life.js";
import { type Completion, filled, type Message, type Tool } from "../../core/model.js";
import { wantedValue } from "../../core/satisfies.js";
import type { Cast } from "../../core/world.js";
import type { Turn } from "../../schema/event.js";
import type { Session } from "../../schema/scenario.js";
import { type Refused, reproach } from "./attempts.js";
import { portraitOf } from "./portrait.js";
import { seenByPerson } from "./talk.js";

const OUTCOMES = ["satisfied", "gave-up"] as const;

/** How a model ends the talk: never by a magic word. */
export const END_TALK: Tool = {
  name: "end_talk",
  description: "Ends the conversation: you have what you want, or you lost patience.",
  parameters: {
    type: "object",
    properties: { outcome: { type: "string", enum: OUTCOMES }, reason: { type: "string" } },
    required: ["outcome", "reason"],
    additionalProperties: false,
  },
};
export const ENDING: readonly Tool[] = [END_TALK];

/** The messages a user's model sees. */
export function briefingOf(
  prompt: string,
  { persona, slots, scenario }: Cast,
  facts: readonly LivedFact[],
  { goal }: Session,
  { at }: Moment,
  turns: readonly Turn[],
  refused: Refused | null = null,
): Message[] {
  const system = filled(prompt, {
    ...portraitOf(persona),
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
    again: reproach(refused),
    words: String(persona.style.words_per_turn[1]),
  });
  return [{ role: "system", content: system }, ...seenByPerson(turns)];
}

/** How a model ended the talk, and how it said so. */
export interface Ending {
  outcome: (typeof OUTCOMES)[number];
  told: "structure" | "json" | "printed";
}

/** What a model said in a turn. */
export interface Spoken {
  words: string;
  end: Ending | null;
  /** It ended the talk in a way that does not say how: with an outcome that is none, or with two. */
  unclear: boolean;
}

/** What a model said, and how it ended the talk if it did. */
export function spokenIn({ text, calls }: Pick<Completion, "text" | "calls">): Spoken {
  const ends = calls.filter(({ name }) => name === END_TALK.name);
  const [told, ...others] = new Set(ends.map(({ args }) => args.outcome));
  const outcome = others.length > 0 ? undefined : OUTCOMES.find((known) => known === told);
  const end = outcome === undefined ? null : { outcome, told: ends[0]?.by ?? ("structure" as const) };
  return { words: text.trim(), end, unclear: ends.length > 0 && end === null };
}
