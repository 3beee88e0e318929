import type { Suite } from "../schema/suite.js";
import { SCORERS } from "./registry.js";
import type { Scorer } from "./scorer.js";

/** What stands for scorers: their ids, and families: `use` is all of `use.…`. */
export function scorerWords(): string[] {
  const ids = SCORERS.map(({ id }) => id);
  return [...new Set([...ids, ...ids.map((id) => id.split(".")[0] as string)])];
}

/**
 * The scorers that the words of a suite stand for, in the order of the registry, an id with its splits; where there are no
 * words, all that can tell anything of its users.
 */
export function chosenScorers({ scorers: words, user }: Pick<Suite, "scorers" | "user">): readonly Scorer[] {
  if (words === undefined) return SCORERS.filter(({ users }) => users?.includes(user) ?? true);
  return SCORERS.filter(({ id }) => words.some((word) => id === word || id.startsWith(`${word}.`)));
}
