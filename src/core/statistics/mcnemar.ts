import { binomialAtMost } from "./binomial.js";

/**
 * The exact McNemar test of a yes-or-no outcome on pairs: the two-sided p that the discordant pairs fall this unevenly
 * where both arms succeed equally often, 2 · P(X ≤ min(b, c)) with X binomial (b + c, ½), at most 1. Pairs on which both
 * arms did the same do not matter. Null where no pair is discordant: there is nothing to test.
 * Source: McNemar 1947, Psychometrika 12, 153–157; the binomial form is that of scipy's `binomtest(b, b + c, 0.5)`.
 * @param onlyFirst pairs in which only the first arm succeeded (b)
 * @param onlySecond pairs in which only the second did (c)
 */
export function mcNemar(onlyFirst: number, onlySecond: number): number | null {
  const n = onlyFirst + onlySecond;
  if (n === 0) return null;
  return Math.min(1, 2 * (binomialAtMost(n, 0.5)[Math.min(onlyFirst, onlySecond)] as number));
}
