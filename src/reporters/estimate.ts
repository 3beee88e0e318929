import type { Estimate, Range } from "../core/estimate.js";

/** What a run would take, in lines. */
export function estimateText(estimate: Estimate): string {
  const { trials, rehearsed, calls, judging, input, output, usd, seconds, measured } = estimate;
  return [
    `${trials} trials; ${rehearsed} of them rehearsed with rule-based players, no model was called`,
    `  calls          ${ranged(calls, whole)}`,
    ...(judging ? [`  to the judge   ${ranged(judging, whole)} of these`] : []),
    `  tokens read    ${ranged(input, whole)}`,
    `  tokens written ${ranged(output, whole)}`,
    `  cost           ${usd ? ranged(usd, (value) => `${value.toFixed(2)} USD`) : "unknown: dramatis.config.yaml has no price for a model"}`,
    `  time           ${seconds ? ranged(seconds, duration) : "unknown: no earlier run here shows how long a call takes"}`,
    measured
      ? "corrected by how far off rehearsals of earlier runs with these models are; times are those of earlier runs, and hold if a call takes as long as it did"
      : "nobody has measured these models here: at least, if nobody is understood and trials break off; at most, if each talk goes on to its limit; about, if they serve as well as rules do",
  ].join("\n");
}

const ranged = ({ low, likely, high }: Range, show: (value: number) => string) =>
  `about ${show(likely)} (${show(low)} to ${show(high)})`;

const whole = (value: number) => Math.round(value).toLocaleString("en-GB");

const duration = (seconds: number) => (seconds < 90 ? `${Math.round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`);
