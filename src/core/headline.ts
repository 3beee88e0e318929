import type { Estimate, Summary } from "../schema/score.js";

/** The scorers that stand in a first table, most telling first: use and misuse side by side, no composite. */
export const HEADLINE = [
  "use.applied",
  "use.adherence",
  "comparison.gain",
  "misuse.irrelevant",
  "misuse.stale",
  "misuse.leak",
  "misuse.leak.coverage",
  "service.completed",
] as const;

/** One number of one arm; undefined where the summary has none. */
export function estimateOf({ estimates }: Summary, scorer: string, assistant: string): Estimate | undefined {
  return estimates.find((one) => one.scorer === scorer && one.assistant === assistant);
}

/** What the numbers rest on and what they cannot show, in three lines. */
export function caption(summary: Summary): string {
  const failed =
    summary.dropped_pairs === 0
      ? ""
      : ` ${summary.dropped_pairs} pairs left out, for the simulated user failed in them.`;
  return [
    `${summary.label}; ${summary.players}; seed ${summary.seed}.${failed}`,
    "Unit: persona; 95 % intervals over persons (t under 20 of them, else bootstrap); scenarios are fixed. ↑ higher is better, ↓ lower, - unknown.",
    "Deterministic scorers see the vocabulary of the slots files, not paraphrases; intervals say nothing of other scenarios.",
  ].join("\n");
}

/** `.84 ±.13`: a value with half its interval; `-` where it is unknown. */
export function shortValue(one: Estimate | undefined): string {
  if (!one || one.value === null) return "-";
  const half = one.low === null || one.high === null ? "" : ` ±${shortNumber((one.high - one.low) / 2)}`;
  return `${shortNumber(one.value)}${half}`;
}

/** A number of a table in few characters: `.84`, `12.5`. */
export const shortNumber = (value: number): string =>
  Math.abs(value) < 10 ? value.toFixed(2).replace(/^(-?)0\./, "$1.") : value.toFixed(1);
