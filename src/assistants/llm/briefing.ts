import { filled, type Message } from "../../core/model.js";
import type { Encounter, Stage } from "../../core/ports.js";
import type { Item } from "../../schema/catalog.js";
import { conditionOf } from "../../schema/condition.js";
import type { Turn } from "../../schema/event.js";
import { offered } from "../offered.js";
import type { Recollection } from "../technique.js";
import type { AssistantPrompts } from "./assistant.js";

/** The notes of one session: what a technique brought to each turn of the user, by its index. */
export type Notes = Map<number, string>;

/**
 * What an assistant's model is sent: first what stays the same all session (the whole catalog, whatever is asked for
 * now), then the talk, with what the technique recalled before the words it was recalled for. Nothing that was sent
 * before changes, so that caches of prompts hold; the same notes are not brought twice.
 */
export function briefing(
  prompts: AssistantPrompts,
  { cast }: Stage,
  { moment, turns }: Encounter,
  recollections: readonly Recollection[],
  notes: Notes,
): Message[] {
  const { norms, role, situation } = cast.scenario;
  const session = filled(prompts.session, {
    ...{ role, place: situation.place, at: moment.at.replace("T", " ") },
    norms: norms
      .map((norm) => `Rule: ${norm.slot} ${JSON.stringify(conditionOf(norm))}, for ${norm.because}.`)
      .join("\n"),
    offers: offersOf(cast.catalog.items),
  });
  take(notes, turns.at(-1), notesOf(prompts, recollections));
  const talk = turns.map(({ index, speaker, text }): Message => {
    const before = notes.get(index);
    return { role: speaker, content: before === undefined ? text : `${before}\n\n${text}` };
  });
  return [{ role: "system", content: session }, ...talk];
}

function take(notes: Notes, turn: Turn | undefined, brought: string | null): void {
  if (turn && brought !== null && brought !== [...notes.values()].at(-1)) notes.set(turn.index, brought);
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
