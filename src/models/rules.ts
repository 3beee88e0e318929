import type { Message } from "../core/model.js";

/** What a provider asks of the order of messages. `free`: nothing. */
export type Rules = "free" | "alternating";

/** Stands where a talk has to begin with the other side and does not. */
export const BEGINNING = "(the conversation begins)";
/** Stands where the other side has to have the last word and has not. */
export const CONTINUATION = "(go on)";

/**
 * Messages as a provider takes them. `alternating`: one system message in front, none that is empty, user and assistant
 * in turn, the user first and last.
 */
export function ruled(rules: Rules, messages: readonly Message[]): Message[] {
  if (rules === "free") return [...messages];
  const said = messages.filter(({ content }) => content.trim() !== "");
  const system = said.filter(({ role }) => role === "system").map(({ content }) => content);
  const talk = merged(said.filter(({ role }) => role !== "system"));
  if (talk[0]?.role !== "user") talk.unshift({ role: "user", content: BEGINNING });
  if (talk.at(-1)?.role !== "user") talk.push({ role: "user", content: CONTINUATION });
  return system.length === 0 ? talk : [{ role: "system", content: system.join("\n\n") }, ...talk];
}

function merged(talk: readonly Message[]): Message[] {
  const turns: Message[] = [];
  for (const { role, content } of talk) {
    const last = turns.at(-1);
    if (last?.role === role) last.content = `${last.content}\n\n${content}`;
    else turns.push({ role, content });
  }
  return turns;
}
