import type { Suite } from "../schema/suite.js";
import { ALL_SCORERS, DETERMINISTIC_SCORERS, JUDGED_SCORERS } from "./registry.js";
import type { JudgedScorer, Scorer } from "./scorer.js";

/** What stands for scorers: their ids, and families: `use` is all of `use.…`. */
export function scorerWords(): string[] {
  const ids = ALL_SCORERS.map(({ id }) => id);
  return [...new Set([...ids, ...ids.map((id) => id.split(".")[0] as string)])];
}

/**
 * The scorers that the words of a suite stand for, in the order of the registry, an id with its splits; where there are no
 * words, all that can tell anything of its users. Judges' scorers are chosen by their rubrics.
 */
export function chosenScorers({ scorers: words, user }: Pick<Suite, "scorers" | "user">): readonly Scorer[] {
  if (words === undefined) return DETERMINISTIC_SCORERS.filter(({ users }) => users?.includes(user) ?? true);
  return DETERMINISTIC_SCORERS.filter(({ id }) => isMeant(id, words));
}

/** The scorers of judges that were asked by these rubrics; with words, those among them that the words stand for. */
export function judgedScorers(rubrics: Iterable<string>, words?: readonly string[]): readonly JudgedScorer[] {
  const asked = new Set(rubrics);
  return JUDGED_SCORERS.filter(({ id, rubric }) => asked.has(rubric) && (words === undefined || isMeant(id, words)));
}

/** The rubrics that there are scorers of, each once. */
export const judgedRubrics = (): string[] => [...new Set(JUDGED_SCORERS.map(({ rubric }) => rubric))];

/** Whether words stand for a scorer: by its id, or by that of a whole of which it is a part. */
export const isMeant = (id: string, words: readonly string[]) =>
  words.some((word) => id === word || id.startsWith(`${word}.`));
