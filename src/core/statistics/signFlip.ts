import { drawsFor } from "../draws.js";
import { meanOf } from "./mean.js";

/** Up to this many differences other than 0 all sign patterns are gone through: about a million. */
const EXACT = 20;
const DRAWS = 9_999;
const BITS = 48;

/** The outcome of a sign-flip test. */
export interface SignFlip {
  /** The mean of the differences, in their unit; null of no differences. */
  mean: number | null;
  /** Two-sided p in (0, 1]; null of no differences. */
  p: number | null;
  /** How many pairs there were, differences of 0 included. */
  n: number;
  /** Whether all sign patterns were counted, or drawn ones. */
  how: "exact" | "drawn";
  /** How many patterns were looked at; the observed one is counted besides where they are drawn. */
  patterns: number;
}

/**
 * The sign-flip permutation test of paired differences, one a person: the share of sign patterns whose sum is at least as
 * far from 0 as the observed one, if each difference could as well have had the other sign. Exact up to 20 differences other
 * than 0; else 9,999 patterns are drawn, and p = (1 + hits) / (1 + drawn), which is never 0.
 * Sums that differ by rounding alone count as equal.
 * Source: Fisher 1935, The Design of Experiments; Phipson and Smyth 2010 (doi 10.2202/1544-6115.1585) for the
 * drawn form; as scipy's `permutation_test(…, permutation_type="samples")`.
 * @param differences one a pair, in any unit
 * @param seed of the drawn patterns: to be kept beside the result
 */
export function signFlipTest(differences: readonly number[], seed: number, draws = DRAWS): SignFlip {
  const n = differences.length;
  const sizes = differences.map(Math.abs).filter((size) => size > 0);
  const exact = sizes.length <= EXACT;
  const result = { mean: meanOf(differences), n, how: exact ? ("exact" as const) : ("drawn" as const) };
  if (n === 0) return { ...result, p: null, patterns: 0 };
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const bound = Math.abs(differences.reduce((sum, value) => sum + value, 0)) - total * 1e-12;
  if (exact) {
    const patterns = 2 ** sizes.length;
    return { ...result, p: countAll(sizes, bound) / patterns, patterns };
  }
  const hits = countDrawn(sizes, bound, { seed, draws });
  return { ...result, p: (1 + hits) / (1 + draws), patterns: draws };
}

/** How many of all sign patterns have a sum of at least a bound in size. */
function countAll(sizes: readonly number[], bound: number, from = 0, sum = 0): number {
  const size = sizes[from];
  if (size === undefined) return Math.abs(sum) >= bound ? 1 : 0;
  return countAll(sizes, bound, from + 1, sum + size) + countAll(sizes, bound, from + 1, sum - size);
}

function countDrawn(sizes: readonly number[], bound: number, { seed, draws }: { seed: number; draws: number }): number {
  const nextSign = signsOf(seed, sizes.length);
  let hits = 0;
  for (let drawn = 0; drawn < draws; drawn++) {
    const sum = sizes.reduce((before, size) => before + nextSign() * size, 0);
    if (Math.abs(sum) >= bound) hits++;
  }
  return hits;
}

/** Signs by the bits of drawn numbers, for a draw has 48 of them. */
function signsOf(seed: number, n: number): () => 1 | -1 {
  const source = drawsFor(`${seed}|sign-flip|${n}`);
  let left = 0;
  let number = 0;
  return () => {
    if (left === 0) {
      number = source.number("signs");
      left = BITS;
    }
    number *= 2;
    left--;
    if (number < 1) return 1;
    number -= 1;
    return -1;
  };
}
