/** Two answers, of which the first was preferred, by their features. */
export interface Preferred {
  chosen: readonly number[];
  rejected: readonly number[];
}

/** How far a person's weights may lie from the prior's: the standard deviation of each. */
const TAU = 1;
const STEPS = 300;
const RATE = 0.2;

/**
 * The weights θ of a reward θ·f with P(chosen ≻ rejected) = σ(θ·(f(chosen) - f(rejected))): the maximum a posteriori under
 * a normal prior around `prior` with deviation τ = 1, by gradient ascent on the concave log posterior. Bradley and Terry 1952;
 * per person with the group's weights as prior, as P-RLHF (arXiv 2402.05133) has them. Without pairs it is the prior.
 */
export function rewardWeights(pairs: readonly Preferred[], prior: readonly number[]): number[] {
  const differences = pairs.map(({ chosen, rejected }) => chosen.map((one, at) => one - (rejected[at] as number)));
  const weights = [...prior];
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, at) => ((prior[at] as number) - weight) / TAU ** 2);
    for (const difference of differences) {
      const missing = 1 - sigmoid(dot(weights, difference));
      difference.forEach((one, at) => {
        slope[at] = (slope[at] as number) + missing * one;
      });
    }
    const rate = RATE / (1 + differences.length / 4);
    weights.forEach((weight, at) => {
      weights[at] = weight + rate * (slope[at] as number);
    });
  }
  return weights;
}

export const dot = (one: readonly number[], other: readonly number[]) =>
  one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
