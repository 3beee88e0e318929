import { type Lexicon, lexiconFrom } from "../core/claims.js";
import type { World } from "../core/world.js";
import { attributePhrases } from "./attributes.js";

/**
 * The phrases by which scorers know that a text speaks of a value: `match` and `tell` of every slot, what is said of
 * ages, countries and occupations, and the names of values.
 */
export function lexiconOf({ slots, matches, personas }: Pick<World, "slots" | "matches" | "personas">): Lexicon {
  const vocabulary = Object.values(slots);
  return lexiconFrom(
    [
      ...attributePhrases(Object.values(personas)),
      ...vocabulary.flatMap(({ id: slot, type, values }) =>
        Object.entries(values).flatMap(([value, { tell }]) => [
          // What is told of a set is what the person must not have.
          ...tell.map((phrase) => ({ slot, value, phrase, denies: type === "set" })),
          ...(matches[slot]?.[value] ?? []).map((phrase) => ({ slot, value, phrase })),
        ]),
      ),
    ],
    vocabulary,
    new Set(Object.values(personas).flatMap(({ facts }) => facts.map(({ slot }) => slot))),
  );
}
