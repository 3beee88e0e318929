import { askedSlots } from "../core/askedSlots.js";
import { offeredIn } from "../core/offers.js";
import type { Reply } from "../core/ports.js";
import { saysNothing } from "../core/saysNothing.js";
import { sentencesOf } from "../core/words.js";
import type { Vocabulary } from "../core/world.js";
import type { Item } from "../schema/catalog.js";
import type { Recollection } from "./technique.js";

/**
 * What an answer in free words does: the item it stands for, stated beside the text or else named in it, and the slots
 * it asks about. An answer that states an item and says nothing says its name.
 */
export function read(
  text: string,
  stated: readonly unknown[],
  options: readonly Item[],
  slots: Vocabulary,
): Pick<Reply, "text" | "choice" | "choice_by" | "asked"> {
  const structured = options.find(({ id }) => stated.includes(id));
  const item = structured ?? offeredIn(text, options)[0];
  const words = saysNothing(text) && item ? `${item.name}.` : text;
  return {
    text: words,
    choice: item?.id ?? null,
    choice_by: structured ? "structure" : item ? "text" : "none",
    asked: askedSlots(sentencesOf(words), slots),
  };
}

/** What a technique recalled, as the record keeps it. */
export const recorded = (recollections: readonly Recollection[]): Reply["recalled"] =>
  recollections.map(({ id, source, facts }) => ({ id, source, facts: facts.map((fact) => fact.id) }));
