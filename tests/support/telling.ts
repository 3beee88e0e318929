import type { LivedFact } from "../../src/core/life.js";
import { satisfyingValues } from "../../src/core/satisfies.js";
import type { Vocabulary } from "../../src/core/world.js";

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether a text has a wording of a fact, or of a value that satisfies it, read without marks and spaces: a reading that
 * shares nothing with the one by which a hybrid user checks its model. That the same text denies it is not seen.
 */
export function tells(text: string, slots: Vocabulary, { slot: id, condition, say }: LivedFact): boolean {
  const slot = slots[id];
  const values = slot ? satisfyingValues(slot, condition).flatMap((value) => slot.values[value]?.say ?? []) : [];
  return [...say, ...values].some((line) => letters(text).includes(letters(line)));
}
