import { normalised } from "../../core/words.js";
import type { Lint } from "./lint.js";

/** Wordings that players share with scorers: a scorer that finds them measures the template, not the assistant. */
export const sharedWordings: Lint = ({ slots, matches }, file) =>
  Object.values(slots).flatMap((slot) =>
    Object.entries(slot.values).flatMap(([value, { say, write }]) =>
      (matches[slot.id]?.[value] ?? []).flatMap((phrase) => {
        const shared = [...say, ...write].find(
          (wording) => containsWords(wording, phrase) || containsWords(phrase, wording),
        );
        return shared === undefined
          ? []
          : (file("slot", slot.id)?.problem(
              [],
              `${slot.id}.${value}: match '${phrase}' shares its words with '${shared}'`,
              "word one of them differently",
            ) ?? []);
      }),
    ),
  );

function containsWords(text: string, part: string): boolean {
  const edge = (line: string) =>
    ` ${normalised(line)
      .replace(/[^\p{L}\p{N}']+/gu, " ")
      .trim()} `;
  return edge(text).includes(edge(part));
}
