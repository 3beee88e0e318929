import type { LivedFact } from "../core/life.js";
import { namedValues } from "../core/satisfies.js";
import type { Matches, Vocabulary } from "../core/world.js";

/** The words in which a fact may come out: the person's own, those of its values, and those that scorers look for. */
export function wordingsOf(slots: Vocabulary, matches: Matches, { slot, say, condition }: LivedFact): string[] {
  return [
    ...say,
    ...namedValues(condition).flatMap((value) => [
      ...(slots[slot]?.values[value]?.say ?? []),
      ...(matches[slot]?.[value] ?? []),
    ]),
  ];
}

/** The words of what only a beat may bring out. */
export function secretsIn(life: readonly LivedFact[], slots: Vocabulary, matches: Matches): string[] {
  return life.filter(({ disclose }) => disclose === "private").flatMap((fact) => wordingsOf(slots, matches, fact));
}
