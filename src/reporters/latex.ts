import { harmless } from "../core/harmless.js";
import type { Estimate, Summary } from "../schema/score.js";
import { judgedCaption } from "./judgedTable.js";

/** The estimates as a LaTeX table (booktabs): scorers down, assistants across. */
export function latexTable(summary: Summary): string {
  const { estimates, outcomes, players, label, seed } = summary;
  const arms = Object.keys(outcomes);
  const scorers = [...new Set(estimates.filter(({ value }) => value !== null).map(({ scorer }) => scorer))];
  const cell = (scorer: string, arm: string) =>
    shown(estimates.find((one) => one.scorer === scorer && one.assistant === arm));
  const rows = scorers.map((scorer) => [escaped(scorer), ...arms.map((arm) => cell(scorer, arm))].join(" & "));
  return [
    "% needs \\usepackage{booktabs}",
    `\\begin{tabular}{l${"r".repeat(arms.length)}}`,
    "\\toprule",
    `${["", ...arms.map(escaped)].join(" & ")} \\\\`,
    "\\midrule",
    ...rows.map((row) => `${row} \\\\`),
    "\\bottomrule",
    "\\end{tabular}",
    `% ${oneLine(`${label}; ${players}; seed ${seed}; 95 % intervals over persons (t under 20, else bootstrap)`)}`,
    ...(summary.judged ? judgedCaption(summary).map((line) => `% ${oneLine(line)}`) : []),
    "",
  ].join("\n");
}

function shown(one: Estimate | undefined): string {
  if (!one || one.value === null) return "--";
  return one.low === null
    ? `$${one.value.toFixed(2)}$`
    : `$${one.value.toFixed(2)} \\pm ${(one.value - one.low).toFixed(2)}$`;
}

const oneLine = (text: string) => harmless(text).replace(/\s+/g, " ");

/** Text in which nothing is a command to LaTeX. */
const escaped = (text: string) => oneLine(text).replace(/[&%$#_{}^~\\]/g, (mark) => SPELLED[mark] ?? `\\${mark}`);

const SPELLED: Readonly<Record<string, string>> = {
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "\\": "\\textbackslash{}",
};
