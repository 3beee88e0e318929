import type { Message } from "../../core/model.js";
import type { Turn } from "../../schema/event.js";

/** What stands before the first words: servers refuse a talk that does not begin with the other side. */
const BEGINNING: Message = { role: "user", content: "(the conversation begins)" };

/** A talk as the person sees it: its own turns are its own (`assistant`), those of the assistant are the other's. */
export function seenByPerson(turns: readonly Turn[]): Message[] {
  return [
    BEGINNING,
    ...turns.map(({ speaker, text }): Message => ({ role: speaker === "user" ? "assistant" : "user", content: text })),
  ];
}
