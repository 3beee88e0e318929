import { harmless } from "../core/harmless.js";
import { ARROWS } from "../core/headline.js";
import type { ComparedScorer, Comparison, LeftOutReason } from "../schema/comparison.js";
import { counted, pValue, range, short, signed } from "./numbers.js";

/** What the columns of a comparison are called. */
export const COLUMNS = [
  "",
  "before",
  "after",
  "difference",
  "95 %",
  "p (Holm)",
  "persons",
  "pairs",
  "verdict",
] as const;

/** The cells of one scorer; instead of a verdict that cannot be given, why. */
export function cellsOf(one: ComparedScorer): string[] {
  return [
    `${one.scorer} ${ARROWS[one.direction]}`.trim(),
    ...[short(one.before), short(one.after), signed(one.difference), range(one.low, one.high, signed)],
    ...[pValue(one.adjusted), String(one.persons), String(one.pairs)],
    one.verdict === null ? `- ${one.reason}` : one.reason === null ? one.verdict : `${one.verdict}: ${one.reason}`,
  ];
}

/** `run arm`. */
export const nameOf = ({ run, assistant }: Comparison["before"]) => `${run} ${assistant}`;

/** What is compared, what fell out, and how it was counted. */
export function captionOf({ before, after, pairs, left_out, scorers, seed }: Comparison): string[] {
  const persons = Math.max(0, ...scorers.map((one) => one.persons));
  const fallen = left_out.map(({ reason, pairs: count }) => `${count} left out, for ${BECAUSE[reason]}`);
  const visible = scorers.find(({ endpoint, visible: one }) => endpoint === "primary" && one !== null);
  return [
    `before: ${nameOf(before)}; after: ${nameOf(after)}`,
    `${[`${counted(pairs, "pair")} of ${counted(persons, "person")}`, ...fallen].join("; ")}.`,
    `Paired by persona, scenario and repeat, means over persons; p by sign flips of persons' differences, after Holm over the primary endpoints compared, and over the exploratory ones; seed ${seed}. ↑ higher is better, ↓ lower.`,
    ...(visible
      ? [`So many persons show a difference of ${short(visible.visible)} in ${visible.scorer} four times in five.`]
      : []),
    ...new Set([before, after].map(({ label, players }) => `${label}; ${players}.`)),
  ].map(harmless);
}

const BECAUSE: Readonly<Record<LeftOutReason, string>> = {
  simulator_error: "the simulated user failed in an arm",
  missing_before: "they are after only",
  missing_after: "they are before only",
  other_seed: "they were played with another seed",
  other_truth: "something else is true of the person",
  infrastructure_error: "the infrastructure failed in one of the two",
};
