import { inverse } from "./inverse.js";

/** Beyond this many standard deviations a tail is under 1e-23, less than a number near 1 can show. */
const FAR = 10;

/**
 * Φ(z), the share of a standard normal distribution under z; absolute error under 1e-15.
 * Source: Marsaglia 2004, Evaluating the Normal Distribution, Journal of Statistical Software 11(4), the series of its `Phi`.
 */
export function normalBelow(z: number): number {
  if (z <= -FAR) return 0;
  if (z >= FAR) return 1;
  let term = z;
  let sum = z;
  for (let odd = 3, before = 0; sum !== before; odd += 2) {
    before = sum;
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.5 * Math.log(2 * Math.PI));
}

/** The z under which a share of a standard normal distribution lies, for shares between 0 and 1, both excluded. */
export function normalQuantile(share: number): number {
  return inverse(normalBelow, share, [-FAR, FAR]);
}

/** The z of a two-sided interval: 1.959964 for a confidence of .95. */
export function normalTwoSided(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}
