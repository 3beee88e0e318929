import Table from "cli-table3";
import type { Estimate, Summary } from "../schema/score.js";

/** The scorers that fit on a screen, most telling first. */
const HEADLINE = [
  "use.applied",
  "use.adherence",
  "comparison.gain",
  "misuse.irrelevant",
  "misuse.stale",
  "misuse.leak",
  "misuse.leak.coverage",
  "service.completed",
];

/** Assistants by the main scores, with intervals, for a terminal. */
export function headlineTable(summary: Summary, width: number): string {
  const shown = HEADLINE.filter((id) => summary.estimates.some(({ scorer, value }) => scorer === id && value !== null));
  const fitting = shown.slice(0, Math.max(2, Math.floor((width - 16) / 17)));
  const rows = Object.keys(summary.outcomes).map((assistant) => [
    assistant,
    ...fitting.map((id) => short(estimateOf(summary, id, assistant))),
  ]);
  const table = new Table({
    head: ["", ...fitting.map((id) => `${id.replace(".", "\n")}\n${arrow(summary, id)}`)],
    style: { head: [], border: [], compact: true },
    chars: PLAIN,
  });
  table.push(...rows);
  return table.toString();
}

/** Every number of a run, a row for each scorer and assistant. */
export function fullTable(summary: Summary): string {
  const table = new Table({
    head: ["scorer", "assistant", "value", "95% interval", "personas", "trials", "better"],
    style: { head: [], border: [], compact: true },
    chars: PLAIN,
  });
  for (const one of summary.estimates) {
    const interval =
      one.low === null ? (one.value === null ? (one.reason ?? "") : "none") : `${fixed(one.low)} to ${fixed(one.high)}`;
    table.push([one.scorer, one.assistant, fixed(one.value), interval, one.n, one.trials, one.direction]);
  }
  return table.toString();
}

/** What the numbers rest on and what they cannot show. */
export function caption(summary: Summary): string {
  const failed =
    summary.dropped_pairs === 0
      ? ""
      : ` ${summary.dropped_pairs} pairs left out, for the simulated user failed in them.`;
  return [
    `${summary.label}; ${summary.players}; seed ${summary.seed}.${failed}`,
    "Unit: persona; 95 % t intervals on person means; scenarios are fixed. ↑ higher is better, ↓ lower, - unknown.",
    "Deterministic scorers see the vocabulary of the slots files, not paraphrases; intervals say nothing of other scenarios.",
  ].join("\n");
}

const PLAIN = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
};

function estimateOf({ estimates }: Summary, scorer: string, assistant: string): Estimate | undefined {
  return estimates.find((one) => one.scorer === scorer && one.assistant === assistant);
}

function short(one: Estimate | undefined): string {
  if (!one || one.value === null) return "-";
  const half = one.low === null ? "" : ` ±${trimmed(one.value - one.low)}`;
  return `${trimmed(one.value)}${half}`;
}

function arrow(summary: Summary, id: string): string {
  const direction = summary.estimates.find(({ scorer }) => scorer === id)?.direction;
  return direction === "higher" ? "↑" : direction === "lower" ? "↓" : "";
}

const fixed = (value: number | null) => (value === null ? "-" : value.toFixed(3));
const trimmed = (value: number) =>
  Math.abs(value) < 10 ? value.toFixed(2).replace(/^(-?)0\./, "$1.") : value.toFixed(1);
