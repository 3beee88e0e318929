import type { Estimate, Summary } from "../schema/score.js";

/** The scorers that stand in a first table, most telling first: use and misuse side by side, no composite. */
export const HEADLINE = [
  "use.applied",
  "misuse.irrelevant",
  "use.adherence",
  "misuse.stale",
  "misuse.leak",
  "misuse.leak.coverage",
  "comparison.gain",
  "service.completed",
] as const;

/** In place of a first table without a number: the run may still have others. */
export const NONE_KNOWN =
  "None of the main numbers is known in this run; `dramatis table` has the others, and the reasons.";

/** Which way is better, beside a scorer's name. */
export const ARROWS: Readonly<Record<Estimate["direction"], string>> = { higher: "↑", lower: "↓", neither: "" };

/** Of defects planted in free words, held out, the share that each scorer of words in a first table sees: docs/mutations.md. */
export const SEEN_IN_FREE_WORDS = { "misuse.irrelevant": ".60", "misuse.stale": ".64", "misuse.leak": ".53" } as const;

/** One number of one arm; undefined where the summary has none. */
export function estimateOf({ estimates }: Summary, scorer: string, assistant: string): Estimate | undefined {
  return estimates.find((one) => one.scorer === scorer && one.assistant === assistant);
}

/** What the numbers rest on and what they cannot show, in four lines. */
export function caption(summary: Summary): string {
  const failed =
    summary.dropped_pairs === 0
      ? ""
      : ` ${summary.dropped_pairs} pairs left out, for the simulated user failed in them.`;
  return [
    `${summary.label}; ${summary.players}; seed ${summary.seed}.${failed}`,
    "Unit: persona; 95 % intervals over persons (t under 20 of them, else bootstrap); scenarios are fixed. ↑ higher is better, ↓ lower, - unknown.",
    `Scorers of words hear all that rule-based assistants have words for; of misuse planted in free words they see a share: ${seen()}.`,
    "Scenarios are few: intervals say nothing of others.",
    ...troubles(summary),
  ].join("\n");
}

const seen = () =>
  Object.entries(SEEN_IN_FREE_WORDS)
    .map(([scorer, share]) => `${scorer.replace(/^.*\./, "")} ${share}`)
    .join(", ");

/** People who gave up, and the three kinds of trouble, each by itself, where there was any. */
function troubles({ outcomes }: Summary): string[] {
  const kinds = [
    ["gave-up", "the person gave up"],
    ["assistant_error", "the assistant failed"],
    ["simulator_error", "the simulated user failed"],
    ["infrastructure_error", "the infrastructure failed"],
  ] as const;
  return kinds.flatMap(([outcome, meaning]) => {
    const arms = Object.entries(outcomes).flatMap(([arm, counts]) =>
      counts[outcome] ? [`${arm} ${counts[outcome]}`] : [],
    );
    return arms.length > 0 ? [`Trials in which ${meaning}: ${arms.join(", ")}.`] : [];
  });
}

/** `.84 ±.13`: a value with half its interval; `-` where it is unknown, `±wide` where the interval is wider than the scale. */
export function shortValue(one: Pick<Estimate, "value" | "low" | "high"> | undefined): string {
  if (!one || one.value === null) return "-";
  const value = shortNumber(one.value);
  if (one.low === null || one.high === null) return value;
  const half = (one.high - one.low) / 2;
  return `${value} ±${half > WIDEST ? "wide" : shortNumber(half)}`;
}

/** The scores of a first table lie between 0 and 1, a gain between -1 and 1: an interval wider than that says nothing. */
const WIDEST = 1;

/** A number of a table in few characters: `.84`, `12.5`. */
export const shortNumber = (value: number): string =>
  Math.abs(value) < 10 ? value.toFixed(2).replace(/^(-?)0\./, "$1.") : value.toFixed(1);
