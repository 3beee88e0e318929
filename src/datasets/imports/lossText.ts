import Table from "cli-table3";
import type { Loss } from "./losses.js";

interface Report {
  dataset: string;
  license: string;
  synthetic: boolean;
  file: string;
  counts: { rows: number; imported: number; unsayable: number; refused: number };
  added: readonly string[];
  total: readonly Loss[];
  rows: readonly { at: string; line: number; reason?: string }[];
}

/** A loss report for a terminal: how many rows came through, and what became of their parts. */
export function lossText({ dataset, license, synthetic, file, counts, added, total, rows }: Report): string {
  const { imported, unsayable, refused } = counts;
  const table = new Table({
    head: ["part of a row", "", "rows", "how"],
    style: { head: [], border: [], compact: true },
    colWidths: [34, null, null, 60],
    wordWrap: true,
  });
  const order = ["kept", "changed", "dropped"];
  const sorted = [...total].sort((one, other) => order.indexOf(one.fate) - order.indexOf(other.fate));
  for (const { path, fate, rows: count, how } of sorted) table.push([path, fate, count, how]);
  const unsaid = rows.flatMap(({ at, line, reason }) =>
    reason === undefined ? [] : [`  ${at}, line ${line}: ${reason}`],
  );
  return [
    `${file} from ${dataset} (${license}; ${synthetic ? "made-up" : "real"} people): ${counts.rows} rows, ${imported} imported, ${unsayable} cannot be said, ${refused} refused`,
    table.toString(),
    "Added to every task, for our files need it:",
    ...added.map((line) => `  ${line}`),
    ...(unsaid.length === 0 ? [] : ["Cannot be said in our files:", ...unsaid]),
  ].join("\n");
}
