import type { Estimate, ThresholdResult } from "../schema/score.js";
import type { Suite } from "../schema/suite.js";

/** What the number of repeats stands behind, where all of them are to succeed. */
export const POWER = "service.completed.pass^";

/** The k of `service.completed.pass^k`; null of any other scorer. */
export function powerIn(scorer: string): number | null {
  const k = scorer.startsWith(POWER) ? scorer.slice(POWER.length) : "";
  return /^[1-9]\d{0,3}$/.test(k) ? Number(k) : null;
}

/** Whether the numbers of a run keep a bound, by their value. What is unknown keeps none, and says why. */
export function thresholdOf(bound: Suite["thresholds"][number], estimates: readonly Estimate[]): ThresholdResult {
  const { scorer, assistant, min = null, max = null } = bound;
  const found = estimates.find((one) => one.scorer === scorer && one.assistant === assistant);
  const { value, low, high, n, reason } = found ?? { ...UNKNOWN, reason: `the run has no ${scorer} of ${assistant}` };
  const met = value !== null && (min === null || value >= min) && (max === null || value <= max);
  return { scorer, assistant, min, max, value, low, high, n, reason: value === null ? reason : null, met };
}

const UNKNOWN = { value: null, low: null, high: null, n: 0 };
