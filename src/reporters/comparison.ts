import Table from "cli-table3";
import type { Compared, Comparison } from "../core/comparison.js";
import { harmless } from "../core/harmless.js";

/** Which two arms were compared. */
export interface Names {
  before: string;
  after: string;
  seed: number;
}

/** Two arms side by side, for a terminal. */
export function comparisonText({ scorers, ...rest }: Comparison, names: Names): string {
  if (scorers.length === 0) return `${captionOf({ scorers, ...rest }, names)}\nNothing can be compared.`;
  const table = new Table({
    head: ["", "before", "after", "difference", "95 %", "p (Holm)", ""],
    style: { head: [], border: [], compact: true },
    chars: NO_LINES,
  });
  for (const one of scorers)
    table.push([
      one.scorer,
      number(one.before),
      number(one.after),
      signed(one.difference),
      between(one),
      pOf(one),
      one.verdict,
    ]);
  return `${table.toString()}\n\n${captionOf({ scorers, ...rest }, names)}`;
}

/** The same as a Markdown table, as pull requests and step summaries show it. */
export function comparisonMarkdown({ scorers, ...rest }: Comparison, names: Names): string {
  const rows = scorers.map(
    (one) =>
      `| ${one.scorer} | ${number(one.before)} | ${number(one.after)} | ${signed(one.difference)} | ${between(one)} | ${pOf(one)} | ${one.verdict} |`,
  );
  const head = "| scorer | before | after | difference | 95 % | p (Holm) | verdict |\n|---|---|---|---|---|---|---|";
  return `### ${escaped(names.before)} → ${escaped(names.after)}\n\n${[head, ...rows].join("\n")}\n\n${captionOf({ scorers, ...rest }, names)}\n`;
}

function captionOf({ scorers, pairs, unmatched, dropped }: Comparison, { before, after, seed }: Names): string {
  const persons = Math.max(0, ...scorers.map((one) => one.persons));
  const visible = scorers.find(({ scorer }) => scorer === "use.adherence")?.visible ?? null;
  return [
    `before: ${harmless(before)}; after: ${harmless(after)}`,
    `${pairs} pairs of ${persons} persons${unmatched > 0 ? `; ${unmatched} pairs are in one of the two only` : ""}${dropped > 0 ? `; ${dropped} left out, for the simulated user failed in them` : ""}. Differences are paired by persona, scenario and repeat, means over persons; p by sign flips of persons, Holm over the scorers shown; seed ${seed}.`,
    ...(visible === null
      ? []
      : [
          `So many persons show a difference of ${number(visible)} in use.adherence four times in five; smaller ones mostly not.`,
        ]),
  ].join("\n");
}

const number = (value: number | null) => (value === null ? "-" : value.toFixed(2).replace(/^(-?)0\./, "$1."));
const signed = (value: number | null) => (value !== null && value > 0 ? `+${number(value)}` : number(value));
const between = ({ low, high }: Compared) => (low === null ? "-" : `${signed(low)} to ${signed(high)}`);
const pOf = ({ adjusted }: Compared) =>
  adjusted === null ? "-" : adjusted < 0.001 ? "<.001" : adjusted.toFixed(3).replace(/^0/, "");
const escaped = (text: string) => harmless(text).replace(/[|<>`*_[\]]/g, "\\$&");

const NO_LINES = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "", bottom: "", "bottom-mid": "", "bottom-left": "" },
  ...{ "bottom-right": "", left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "", middle: " " },
};
