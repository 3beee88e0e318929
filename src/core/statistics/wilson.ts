import { normalTwoSided } from "./normal.js";

/**
 * Wilson's score interval of a proportion: two numbers in [0, 1] around successes / n, sensible also at 0 and at n
 * successes. The successes must be independent: of several trials a person, resample persons instead (`ratioInterval`).
 * Null where n is 0. Source: Wilson 1927, JASA 22, 209–212; Brown, Cai and DasGupta 2001, Statistical Science 16, 101–133; as scipy's
 * `binomtest(…).proportion_ci(method="wilson")`.
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): { low: number; high: number } | null {
  if (n === 0) return null;
  const z = normalTwoSided(confidence);
  const share = successes / n;
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return {
    low: successes === 0 ? 0 : Math.max(0, middle - half),
    high: successes === n ? 1 : Math.min(1, middle + half),
  };
}
