import { normalised } from "../../core/words.js";
import type { Lint } from "./lint.js";

/**
 * Wordings in two of the lists of a value: what a person says, what stands in texts of theirs, what scorers look for.
 * A scorer that finds a player's own template measures the template, and an echo of a document is no paraphrase.
 */
export const sharedWordings: Lint = ({ slots, matches }, problem) =>
  Object.values(slots).flatMap((slot) =>
    Object.entries(slot.values).flatMap(([value, { say, write }]) => {
      const match = matches[slot.id]?.[value] ?? [];
      const lists = [
        { name: "match", phrases: match, others: [...say, ...write] },
        { name: "write", phrases: write, others: say },
      ];
      return lists.flatMap(({ name, phrases, others }) =>
        phrases.flatMap((phrase) => {
          const shared = others.find((wording) => containsWords(wording, phrase) || containsWords(phrase, wording));
          if (shared === undefined) return [];
          return problem(
            "slot",
            slot.id,
            [],
            `${slot.id}.${value}: ${name} '${phrase}' shares its words with '${shared}'`,
            "word one of them differently",
          );
        }),
      );
    }),
  );

/** Whether the words of one text stand together in the other. */
export function containsWords(text: string, part: string): boolean {
  const edge = (line: string) =>
    ` ${normalised(line)
      .replace(/[^\p{L}\p{N}']+/gu, " ")
      .trim()} `;
  return edge(text).includes(edge(part));
}
