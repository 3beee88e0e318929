import type { ComparedScorer, Comparison } from "../schema/comparison.js";

/** What must not get worse: a scorer, or all of them, by more than a size in the scorer's unit. */
export interface Bound {
  scorer: string;
  size: number;
}

/** The word that bounds every scorer. */
export const ANY = "any";

/** A scorer that does not keep a bound. */
export interface Regression {
  assistant: string;
  scorer: string;
  why: string;
}

/**
 * What does not keep the bounds: scorers whose verdict is `worse` with the whole interval past the size, and scorers bounded
 * by name of which nothing is known, for that is no pass. Nor is it where there is no pair, whatever is bounded.
 */
export function regressionsOf({ after, pairs, scorers }: Comparison, bounds: readonly Bound[]): Regression[] {
  if (pairs === 0 && bounds.some(({ scorer }) => scorer === ANY))
    return [{ assistant: after.assistant, scorer: ANY, why: "no pair, so nothing was compared" }];
  return scorers.flatMap((one) => {
    const whys = bounds.flatMap(({ scorer, size }) => {
      if (scorer !== ANY && scorer !== one.scorer) return [];
      if (one.verdict === null) return scorer === ANY ? [] : [`unknown: ${one.reason}`];
      return isWorseBy(one, size) ? [size === 0 ? "worse" : `worse by more than ${size}`] : [];
    });
    const [why] = whys;
    return why === undefined ? [] : [{ assistant: after.assistant, scorer: one.scorer, why }];
  });
}

function isWorseBy({ verdict, direction, low, high }: ComparedScorer, size: number): boolean {
  if (verdict !== "worse" || low === null || high === null) return false;
  return direction === "lower" ? low > size : high < -size;
}
