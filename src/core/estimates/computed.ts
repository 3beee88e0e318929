import type { Estimate } from "../../schema/score.js";

/** Every number of a summary that no scorer gives, and which way is better; `pass^k` is besides, for its k is a suite's. */
export const COMPUTED = {
  "comparison.gain": "higher",
  "comparison.specificity": "higher",
  "comparison.counterfactual": "higher",
  "comparison.counterfactual.steady": "higher",
  "comparison.attribution": "higher",
  "simulator.diversity.distinct-2": "neither",
  "simulator.diversity.mtld": "neither",
} as const satisfies Record<string, Estimate["direction"]>;

/** What such a number is called, its version, and which way is better. */
export function computedScale<Id extends keyof typeof COMPUTED>(id: Id) {
  return { id, version: 1, direction: COMPUTED[id] };
}
