import type { ThresholdResult } from "../schema/score.js";
import { counted, range, short, shortBound } from "./numbers.js";

/** `misuse.leak of history is .12 (95 % .05 to .19, 12 persons); at most .05 is asked`. */
export function thresholdText(bound: ThresholdResult): string {
  const { scorer, assistant, value, low, high, n, reason } = bound;
  const rest = [...(low === null ? [] : [`95 % ${range(low, high)}`]), ...(n === null ? [] : [counted(n, "person")])];
  const is = value === null ? `unknown (${reason ?? "no reason given"})` : short(value);
  const resting = value === null || rest.length === 0 ? "" : ` (${rest.join(", ")})`;
  return `${scorer} of ${assistant} is ${is}${resting}; ${askedOf(bound)} is asked`;
}

/** `at least .5`, `at most .05`, `from .2 to .4`. */
export function askedOf({ min, max }: Pick<ThresholdResult, "min" | "max">): string {
  if (min !== null && max !== null) return `from ${shortBound(min)} to ${shortBound(max)}`;
  return min === null ? `at most ${shortBound(max)}` : `at least ${shortBound(min)}`;
}

/** What a run's thresholds came to, a line each that was missed; nothing where there are none. */
export function thresholdLines(thresholds: readonly ThresholdResult[]): string[] {
  const missed = thresholds.filter(({ met }) => !met);
  if (thresholds.length === 0) return [];
  return [
    `${thresholds.length - missed.length} of ${counted(thresholds.length, "threshold")} kept`,
    ...missed.map((one) => `missed: ${thresholdText(one)}`),
  ];
}
