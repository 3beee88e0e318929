import { type Lexicon, lexiconFrom } from "../core/claims.js";
import type { World } from "../core/world.js";

/** The phrases by which scorers know that a text speaks of a value: `match` and `tell` of every slot. */
export function lexiconOf({ slots, matches }: Pick<World, "slots" | "matches">): Lexicon {
  return lexiconFrom(
    Object.values(slots).flatMap(({ id: slot, type, values }) =>
      Object.entries(values).flatMap(([value, { tell }]) => [
        // What is told of a set is what the person must not have.
        ...tell.map((phrase) => ({ slot, value, phrase, denies: type === "set" })),
        ...(matches[slot]?.[value] ?? []).map((phrase) => ({ slot, value, phrase })),
      ]),
    ),
  );
}
