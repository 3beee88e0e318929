import { UsageError } from "../core/errors.js";
import { knownWords } from "../store/nearest.js";

/** Words that are all known, each once; undefined where none were given. Throws UsageError that suggests the nearest. */
export function existing(
  words: readonly string[] | undefined,
  known: readonly string[],
  what: string,
): string[] | undefined {
  for (const word of words ?? [])
    if (!known.includes(word)) throw new UsageError(`no ${what} '${word}'`, knownWords(word, known));
  return words && [...new Set(words)];
}
