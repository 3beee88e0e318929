import { wordsOf } from "../core/words.js";
import type { World } from "../core/world.js";

/** A phrase that speaks of a value, as a list of normalised words. */
export interface Entry {
  slot: string;
  value: string;
  words: readonly string[];
  /** `tell` phrases speak of the person by themselves; `match` phrases need a `you` near them. */
  kind: "tell" | "match";
}

/** Every phrase of the vocabulary by its first word, longest first. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** The phrases by which scorers know that a text speaks of a value: `match` and `tell` of every slot. */
export function lexiconOf({ slots, matches }: Pick<World, "slots" | "matches">): Lexicon {
  const entries = Object.values(slots).flatMap((slot) =>
    Object.entries(slot.values).flatMap(([value, wordings]) => [
      ...wordings.tell.map((phrase): Entry => ({ slot: slot.id, value, words: wordsOf(phrase), kind: "tell" })),
      ...(matches[slot.id]?.[value] ?? []).map(
        (phrase): Entry => ({ slot: slot.id, value, words: wordsOf(phrase), kind: "match" }),
      ),
    ]),
  );
  const filled = entries
    .filter(({ words }) => words.length > 0)
    .sort((one, other) => other.words.length - one.words.length);
  return Map.groupBy(filled, ({ words }) => words[0] as string);
}
