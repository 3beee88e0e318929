import type { Attributes, Value } from "../schema/primitives.js";
import type { Measure } from "../schema/slot.js";
import { entryOf } from "./entryOf.js";
import { bulletCount, emojiCount, sentenceCount, wordCount } from "./measures/counts.js";
import { identifierCase } from "./measures/identifiers.js";
import { importedPackages } from "./measures/imports.js";
import { readingGrade } from "./measures/readingGrade.js";
import { registerOf } from "./measures/register.js";
import type { SpokenSlot, Vocabulary } from "./world.js";

/** Every measure: what the text of an artifact shows; null where it cannot be told. */
const MEASURES: Record<Measure, (text: string) => Value | null> = {
  words: wordCount,
  sentences: sentenceCount,
  register: registerOf,
  emoji: emojiCount,
  bullets: bulletCount,
  reading_grade: readingGrade,
  identifier_case: identifierCase,
  imports: importedPackages,
};

/**
 * The value of a slot in the text of an artifact: a number, or one of the slot's values. Null where the slot has no
 * measure, where the measure cannot tell, and where it finds what is no value of the slot.
 */
export function measured(slot: Pick<SpokenSlot, "measure" | "type" | "values">, text: string): Value | null {
  const found = slot.measure === undefined ? null : MEASURES[slot.measure](text);
  if (found === null) return null;
  const fits = slot.type === "number" ? typeof found === "number" : entryOf(slot.values, String(found)) !== undefined;
  return fits ? found : null;
}

/** What can be measured in a text of some slots, by slot; the rest is left out. */
export function measuredAttributes(slots: Vocabulary, wanted: Iterable<string>, text: string): Attributes {
  const found = [...new Set(wanted)].flatMap((id): [string, Value][] => {
    const slot = entryOf(slots, id);
    const value = slot ? measured(slot, text) : null;
    return value === null ? [] : [[id, value]];
  });
  return Object.fromEntries(found);
}
