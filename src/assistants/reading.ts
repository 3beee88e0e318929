import { askedSlots } from "../core/askedSlots.js";
import { offeredIn } from "../core/offers.js";
import type { Reply } from "../core/ports.js";
import { saysNothing } from "../core/saysNothing.js";
import { sentencesOf } from "../core/words.js";
import type { Vocabulary } from "../core/world.js";
import type { Told } from "../schema/call.js";
import type { Item } from "../schema/catalog.js";
import type { Recollection } from "./technique.js";

/** An item that an answer stated beside its words; `by` where it did so in the text. */
export interface Stated {
  id: unknown;
  by?: Told | undefined;
}

/**
 * What an answer in free words does: the item it stands for, stated beside the text or else named in it, and the slots
 * it asks about. An answer that states an item and says nothing says its name.
 */
export function read(
  text: string,
  stated: readonly Stated[],
  options: readonly Item[],
  slots: Vocabulary,
): Pick<Reply, "text" | "choice" | "choice_by" | "asked"> {
  const [known] = stated.filter((one) => options.some(({ id }) => id === one.id));
  const item = options.find(({ id }) => id === known?.id) ?? offeredIn(text, options)[0];
  const words = saysNothing(text) && item ? `${item.name}.` : text;
  return {
    text: words,
    choice: item?.id ?? null,
    choice_by: known ? (known.by ?? "structure") : item ? "text" : "none",
    asked: askedSlots(sentencesOf(words), slots),
  };
}

/** What a technique recalled, as the record keeps it. */
export const recorded = (recollections: readonly Recollection[]): Reply["recalled"] =>
  recollections.map(({ id, source, facts }) => ({ id, source, facts: facts.map((fact) => fact.id) }));
