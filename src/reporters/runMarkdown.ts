import { caption, estimateOf, HEADLINE, NONE_KNOWN, shortValue } from "../core/headline.js";
import type { Summary } from "../schema/score.js";
import { judgedCaption, judgedRows } from "./judgedTable.js";
import { markdownTable, plainText } from "./markdown.js";
import { range, short } from "./numbers.js";
import { askedOf } from "./thresholdWords.js";
import { type Ended, stoppedText, troubleText } from "./troubles.js";

/** How many broken trials a page names; `trials.jsonl` has all. */
const NAMED = 20;

/** A run as a page of Markdown, for step summaries: the table, the thresholds, and the trials that somebody broke. */
export function runMarkdown({ run, summary, state, troubles }: Ended): string {
  const parts = [
    `### ${plainText(run.id)}`,
    ...(summary
      ? [
          ...[headline(summary), ...thresholds(summary), caption(summary).split("\n").map(plainText).join("  \n")],
          ...judged(summary),
        ]
      : [plainText(stoppedText(state)), plainText(`${run.label}; ${run.players}; seed ${run.suite.seed}.`)]),
    ...brokenTrials(troubles),
  ];
  return `${parts.join("\n\n")}\n`;
}

function headline(summary: Summary): string {
  const shown = HEADLINE.filter((id) => summary.estimates.some(({ scorer, value }) => scorer === id && value !== null));
  if (shown.length === 0) return NONE_KNOWN;
  const rows = Object.keys(summary.outcomes).map((arm) => [
    arm,
    ...shown.map((id) => shortValue(estimateOf(summary, id, arm))),
  ]);
  return markdownTable(["", ...shown], rows);
}

function thresholds({ thresholds: all }: Summary): string[] {
  if (all.length === 0) return [];
  const rows = all.map((bound) => [
    ...[bound.met ? "kept" : "missed", bound.scorer, bound.assistant, askedOf(bound)],
    ...[bound.value === null ? `unknown: ${bound.reason}` : short(bound.value), range(bound.low, bound.high)],
    bound.n === null ? "-" : String(bound.n),
  ]);
  return [markdownTable(["threshold", "scorer", "assistant", "asked", "value", "95 %", "persons"], rows)];
}

function judged(summary: Summary): string[] {
  const { columns, rows } = judgedRows(summary);
  if (rows.length === 0) return [];
  return [markdownTable(columns, rows), judgedCaption(summary).map(plainText).join("  \n")];
}

function brokenTrials(troubles: Ended["troubles"]): string[] {
  if (troubles.length === 0) return [];
  const rows = troubles.slice(0, NAMED).map((one) => [one.id, one.outcome, troubleText(one)]);
  const more = troubles.length > NAMED ? [`and ${troubles.length - NAMED} more`] : [];
  return [markdownTable(["trial", "outcome", "what happened"], rows), ...more];
}
