import { SCORERS } from "./registry.js";
import type { Scorer } from "./scorer.js";

/** What stands for scorers: their ids, and families: `use` is all of `use.…`. */
export function scorerWords(): string[] {
  const ids = SCORERS.map(({ id }) => id);
  return [...new Set([...ids, ...ids.map((id) => id.split(".")[0] as string)])];
}

/** The scorers that words stand for, in the order of the registry, an id with its splits; all where there are no words. */
export function chosenScorers(words: readonly string[] | undefined): readonly Scorer[] {
  if (words === undefined) return SCORERS;
  return SCORERS.filter(({ id }) => words.some((word) => id === word || id.startsWith(`${word}.`)));
}
