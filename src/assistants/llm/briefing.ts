import { filled, type Message } from "../../core/model.js";
import type { Encounter, Stage } from "../../core/ports.js";
import type { Item } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";
import { offered } from "../offered.js";
import type { Recollection } from "../technique.js";
import type { AssistantPrompts } from "./assistant.js";

/**
 * What an assistant's model is sent: first what stays the same all session, so that caches of prompts hold (the whole
 * catalog, whatever is asked for now), then the talk, and before the person's last words what the technique recalled.
 */
export function briefing(
  prompts: AssistantPrompts,
  { cast }: Stage,
  { moment, turns }: Encounter,
  recollections: readonly Recollection[],
): Message[] {
  const { norms, role, situation } = cast.scenario;
  const session = filled(prompts.session, {
    ...{ role, place: situation.place, at: moment.at.replace("T", " ") },
    norms: norms
      .map((norm) => `Rule: ${norm.slot} ${JSON.stringify(conditionOf(norm))}, for ${norm.because}.`)
      .join("\n"),
    offers: offersOf(cast.catalog.items),
  });
  const talk = turns.map(({ speaker, text }): Message => ({ role: speaker, content: text }));
  return [{ role: "system", content: session }, ...withNotes(talk, notesOf(prompts, recollections))];
}

function offersOf(items: readonly Item[]): string {
  const kinds = Map.groupBy(items, ({ kind }) => kind);
  return [...kinds].map(([kind, list]) => [`${kind}:`, ...list.map(described)].join("\n")).join("\n\n");
}

function described(item: Item): string {
  const { id, name, pitch, points, details } = offered(item);
  return [`${id}: ${name}, ${[pitch, ...points].join("; ")}.`, ...details].join(" ");
}

function notesOf({ notes }: AssistantPrompts, recollections: readonly Recollection[]): string | null {
  if (recollections.length === 0) return null;
  return filled(notes, { recollections: recollections.map(({ text }) => `- ${text}`).join("\n") }).trim();
}

function withNotes(talk: readonly Message[], notes: string | null): Message[] {
  const last = talk.at(-1);
  if (notes === null || !last) return [...talk];
  return [...talk.slice(0, -1), { ...last, content: `${notes}\n\n${last.content}` }];
}
