import type { Draws } from "./draws.js";
import { sentencesOf, wordsOf } from "./words.js";

/** Remembers the sentences of a trial, so that no player says one of four words or more twice. */
export interface Novelty {
  /** Whether every longer sentence of the line is new. */
  fresh(line: string): boolean;
  /** Counts the line as said. */
  use(line: string): void;
  /** One of the lines that are new, drawn; undefined where none is. */
  choose(draws: Draws, stream: string, lines: readonly string[]): string | undefined;
}

/** The memory of a trial in which nothing has been said yet. */
export function novelty(): Novelty {
  const said = new Set<string>();
  const keys = (line: string) =>
    sentencesOf(line)
      .map(wordsOf)
      .filter((words) => words.length >= 4)
      .map((words) => words.join(" "));
  const fresh = (line: string) => keys(line).every((key) => !said.has(key));
  return {
    fresh,
    use: (line) => {
      for (const key of keys(line)) said.add(key);
    },
    choose(draws, stream, lines) {
      const left = [...lines];
      while (left.length > 0) {
        const [line] = left.splice(Math.floor(draws.number(stream) * left.length), 1) as [string];
        if (fresh(line)) return line;
      }
      return undefined;
    },
  };
}
