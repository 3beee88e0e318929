// How far rules can judge MemSyco-Bench: do the answers that rows give as right pass, and those they give as wrong fail?
// usage: npm run build && node tools/memsyco.mjs <folder with the JSON lines of MemSyco-Bench> [--split dev|held]      prints Markdown
// Rows are split by their ids, half for writing the rules (dev) and half for measuring them (held).
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { judgedAnswers } from "../dist/datasets/checks/memsyco.js";
import { memsycoRow } from "../dist/datasets/imports/memsyco.js";
import { rowsOf } from "../dist/store/rows.js";

/** Even first byte of the SHA-256 of the id: dev. */
const splitOf = ({ id }) => (createHash("sha256").update(id).digest()[0] % 2 === 0 ? "dev" : "held");

function readRows(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return names
    .sort()
    .flatMap((name) => [...rowsOf(join(folder, name), "list")].map(({ text }) => memsycoRow.parse(JSON.parse(text))));
}

function tableOf(rows, split) {
  const chosen = rows.filter((row) => splitOf(row) === split);
  const lines = [...new Set(chosen.map(({ task }) => task))].flatMap((task) =>
    linesOf(
      task,
      chosen.filter((row) => row.task === task),
    ),
  );
  return [
    `\nSplit: ${split}, ${chosen.length} rows`,
    "",
    "| kind | rows | tier | answers of the row | due | n | right | wrong | undetermined |",
    "|---|---|---|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

function linesOf(task, rows) {
  const judged = rows.map(judgedAnswers);
  if (judged.every((answers) => answers === null))
    return [`| ${task} | ${rows.length} | judge | - | - | - | - | - | - |`];
  const answers = judged.flat();
  return [...new Set(answers.map(({ source }) => source))].map((source) => {
    const mine = answers.filter((answer) => answer.source === source);
    const [{ due }] = mine;
    const count = (holds) => mine.filter(holds).length;
    const unknown = count(({ verdict }) => verdict === "undetermined");
    const right = count(({ verdict }) => verdict === due);
    return `| ${task} | ${rows.length} | deterministic | ${source} | ${due} | ${mine.length} | ${right} | ${mine.length - right - unknown} | ${unknown} |`;
  });
}

const [folder, flag, only] = process.argv.slice(2);
if (folder === undefined || (flag !== undefined && (flag !== "--split" || !["dev", "held"].includes(only)))) {
  console.error("usage: node tools/memsyco.mjs <folder with the JSON lines of MemSyco-Bench> [--split dev|held]");
  process.exit(2);
}
const rows = readRows(folder);
for (const split of only ? [only] : ["dev", "held"]) console.log(tableOf(rows, split));
