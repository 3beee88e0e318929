import wrapAnsi from "wrap-ansi";
import { harmless } from "../core/harmless.js";
import { ARROWS, caption, estimateOf, HEADLINE, NONE_KNOWN, shortValue } from "../core/headline.js";
import type { Summary } from "../schema/score.js";
import { borderless } from "./borderless.js";
import { judgedText } from "./judgedTable.js";
import { thresholdLines } from "./thresholdWords.js";

/** What a run ends with: the main scores, what they rest on, and what became of its thresholds. */
export function summaryText(summary: Summary, width: number): string {
  const thresholds = thresholdLines(summary.thresholds).map((line) => wrapAnsi(harmless(line), width));
  const parts = [
    ...[headlineTable(summary, width), captionLines(summary, width)],
    ...[judgedText(summary, width), thresholds.join("\n")],
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Assistants by the main scores, with intervals, for a terminal: one table, or some below each other where it is narrow. */
export function headlineTable(summary: Summary, width: number): string {
  const shown = HEADLINE.filter((id) => summary.estimates.some(({ scorer, value }) => scorer === id && value !== null));
  if (shown.length === 0) return wrapAnsi(NONE_KNOWN, width);
  const names = Math.max(...Object.keys(summary.outcomes).map((name) => name.length));
  const fitting = Math.max(2, Math.floor((width - names - 2) / COLUMN));
  const tables = Math.ceil(shown.length / fitting);
  const even = Math.ceil(shown.length / tables);
  return Array.from({ length: tables }, (_, at) => columnsOf(summary, shown.slice(at * even, (at + 1) * even))).join(
    "\n\n",
  );
}

function columnsOf(summary: Summary, scorers: readonly string[]): string {
  const table = borderless(["", ...scorers.map((id) => `${id.replace(".", "\n")}\n${arrow(summary, id)}`)]);
  for (const assistant of Object.keys(summary.outcomes))
    table.push([harmless(assistant), ...scorers.map((id) => shortValue(estimateOf(summary, id, assistant)))]);
  return table.toString();
}

/** What the numbers rest on, wrapped at words for a terminal. */
export function captionLines(summary: Summary, width: number): string {
  return wrapAnsi(harmless(caption(summary)), width);
}

/** Every number of a run, a row for each scorer and assistant. */
export function fullTable(summary: Summary): string {
  const table = borderless(["scorer", "assistant", "value", "95% interval", "personas", "trials", "better"]);
  const judged = new Set(summary.judged?.map(({ scorer }) => scorer));
  for (const one of summary.estimates) {
    const interval =
      one.low === null
        ? one.value === null
          ? harmless(one.reason ?? "")
          : "none"
        : `${fixed(one.low)} to ${fixed(one.high)}`;
    const name = judged.has(one.scorer) ? `${one.scorer} (judged)` : one.scorer;
    table.push([name, harmless(one.assistant), fixed(one.value), interval, one.n, one.trials, one.direction]);
  }
  return table.toString();
}

/** The widest column of a headline: its name and the space beside it. */
const COLUMN = 13;

function arrow(summary: Summary, id: string): string {
  const direction = summary.estimates.find(({ scorer }) => scorer === id)?.direction;
  return direction === undefined ? "" : ARROWS[direction];
}

const fixed = (value: number | null) => (value === null ? "-" : value.toFixed(3));
