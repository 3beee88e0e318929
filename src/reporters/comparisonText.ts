import wrapAnsi from "wrap-ansi";
import { harmless } from "../core/harmless.js";
import type { ComparedScorer, Comparison } from "../schema/comparison.js";
import { borderless } from "./borderless.js";
import { COLUMNS, captionOf, cellsOf } from "./comparisonWords.js";

/** Two arms side by side, for a terminal: primary endpoints first; exploratory scorers that are unknown only by name. */
export function comparisonText(comparison: Comparison, width: number): string {
  const { scorers } = comparison;
  const primary = scorers.filter(({ endpoint }) => endpoint === "primary");
  const exploratory = scorers.filter(({ endpoint }) => endpoint === "exploratory");
  const unknown = exploratory.filter(({ pairs }) => pairs === 0).map(({ scorer }) => scorer);
  const table = borderless(COLUMNS);
  const rows = (title: string, some: readonly ComparedScorer[]) => {
    if (some.length === 0) return;
    table.push([title, ...COLUMNS.slice(1).map(() => "")]);
    for (const one of some)
      table.push([`  ${cellsOf(one)[0]}`, ...cellsOf(one).slice(1, -1), shortVerdict(one)].map(harmless));
  };
  rows("primary", primary);
  rows(
    "exploratory",
    exploratory.filter(({ pairs }) => pairs > 0),
  );
  const lines = [
    ...captionOf(comparison),
    ...(scorers.some(isFew) ? ["few: so few persons moved that no p could be under .05."] : []),
    ...primary.filter(({ pairs }) => pairs === 0).map(({ scorer, reason }) => `${scorer} is unknown: ${reason}.`),
    ...(unknown.length > 0 ? [`Not known on both sides (--json says why): ${unknown.join(", ")}.`] : []),
  ];
  return `${table.toString()}\n\n${wrapAnsi(harmless(lines.join("\n")), width)}`;
}

const isFew = ({ verdict, reason }: ComparedScorer) => verdict === "unclear" && reason !== null;

const shortVerdict = (one: ComparedScorer) => (isFew(one) ? "unclear (few)" : (one.verdict ?? "-"));
