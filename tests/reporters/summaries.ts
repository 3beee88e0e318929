import type { Estimate, Summary } from "../../src/schema/score.js";
import { estimate as estimateSchema, summary as summarySchema } from "../../src/schema/score.js";

/** One number of an arm. */
export function estimate(
  scorer: string,
  assistant: string,
  value: number | null,
  more: Partial<Estimate> = {},
): Estimate {
  return estimateSchema.parse({
    ...{ scorer, assistant, version: 1, direction: "higher", value, n: 12, trials: 24, interval: "t" },
    ...{ low: value === null ? null : value - 0.1, high: value === null ? null : value + 0.1 },
    reason: value === null ? "no fact was required" : null,
    ...more,
  });
}

export function summary(estimates: readonly Estimate[], more: Partial<Summary> = {}): Summary {
  const arms = [...new Set(estimates.map(({ assistant }) => assistant))];
  return summarySchema.parse({
    ...{ schema: "dramatis/summary@1", run: "demo", label: "exploratory", players: "user: rule-based", seed: 1 },
    outcomes: Object.fromEntries(arms.map((arm) => [arm, { completed: 24 }])),
    ...{ dropped_pairs: 0, estimates: [...estimates], thresholds: [], cannot_see: [] },
    ...more,
  });
}

export const SMALL = summary([
  estimate("use.applied", "generic", 0),
  estimate("use.applied", "oracle", 1, { low: null, high: null }),
  estimate("use.applied", "http", null),
  estimate("misuse.irrelevant", "generic", 0.025, { direction: "lower" }),
  estimate("misuse.irrelevant", "oracle", 0.5, { direction: "lower" }),
  estimate("misuse.irrelevant", "http", 0.25, { direction: "lower" }),
  estimate("service.effort", "oracle", 12.5, { direction: "lower" }),
]);
