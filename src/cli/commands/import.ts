import { basename, resolve } from "node:path";
import { entryOf } from "../../core/entryOf.js";
import { UsageError } from "../../core/errors.js";
import { harmless } from "../../core/harmless.js";
import { ADDED } from "../../datasets/imports/drafts.js";
import type { Importer } from "../../datasets/imports/importer.js";
import { totalOf } from "../../datasets/imports/losses.js";
import { lossText } from "../../datasets/imports/lossText.js";
import { IMPORTERS } from "../../datasets/imports/registry.js";
import { writeNewTree } from "../../store/newTree.js";
import { describe } from "../../store/problem.js";
import { slotsFile, yamlText } from "../../store/taskFiles.js";
import { LARGEST } from "../../store/textFile.js";
import { FOLDERS } from "../../store/world.js";
import { importedSuite } from "../importedSuite.js";
import { type Imported, importedFrom } from "../importing.js";
import { invocation } from "../invocation.js";

/** So many problems are printed; all of them are in loss.json. */
const SHOWN = 20;

const LAYOUTS: Record<Importer["layout"], string> = {
  list: "JSON lines (.jsonl) or one JSON array",
  entries: "one JSON object, a row an entry",
};

interface ImportOptions {
  from: string;
  out?: string;
  limit?: number;
}

/**
 * `dramatis import <file> --from …`: the tasks of another project as a project of ours, with a loss report. Exit code 2
 * where rows were refused; the others are written. Throws UsageError where there is none.
 */
export async function importTasks(
  path: string,
  { from, out, limit = Number.POSITIVE_INFINITY }: ImportOptions,
): Promise<void> {
  const importer = entryOf(IMPORTERS, from);
  if (!importer) throw new UsageError(`no importer '${from}'`, `there are: ${Object.keys(IMPORTERS).join(", ")}`);
  const imported = importedFrom(path, importer, limit);
  const shown = imported.problems.slice(0, SHOWN).map(describe);
  const more = imported.problems.length - shown.length;
  const told = harmless([...shown, ...(more > 0 ? [`and ${more} more, see loss.json`] : [])].join("\n"));
  if (imported.files.size === 0)
    throw new UsageError(
      told || `${path} has no row that can be imported`,
      `nothing was written; ${from} is read from ${LAYOUTS[importer.layout]}, as ${importer.source} has it`,
    );
  if (told !== "") process.stderr.write(`${told}\n`);
  const loss = lossOf(path, importer, imported);
  const folder = out ?? `imported-${importer.dataset}`;
  writeNewTree(resolve(folder), filesOf(importer, imported, loss));
  process.stdout.write(`${harmless(lossText(loss))}\n`);
  process.stderr.write(
    `\nnext: cd ${folder} && ${invocation()} validate; \`run\` plays each row with its own person, some of them by --persona or --scenario\n`,
  );
  if (imported.problems.length > 0) process.exitCode = 2;
}

function lossOf(path: string, { dataset, source, license, synthetic }: Importer, { rows, people, problems }: Imported) {
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    schema: "dramatis/loss@1" as const,
    ...{ dataset, source, license, synthetic, file: basename(path) },
    counts: {
      rows: rows.length,
      imported: count("imported"),
      unsayable: count("unsayable"),
      refused: count("refused"),
    },
    added: ADDED,
    total: totalOf([...rows.map(({ fates }) => fates), ...people]),
    rows,
    problems: problems.map((problem) => ({ ...problem, file: basename(problem.file) })),
  };
}

function filesOf(importer: Importer, { files, slots, rows }: Imported, loss: unknown): Map<string, string> {
  const { dataset } = importer;
  const suite = yamlText(importedSuite(importer, rows));
  if (Buffer.byteLength(suite) > LARGEST)
    throw new UsageError(
      `the suite of ${rows.length} rows would have more than ${LARGEST / 1024 / 1024} MB`,
      "nothing was written: take fewer rows by --limit",
    );
  return new Map([
    ...files,
    ...(slots.size === 0 ? [] : [slotsFile(dataset, [...slots.values()])]),
    [`${FOLDERS.scenarios}/${dataset}.suite.yaml`, suite],
    ["loss.json", `${JSON.stringify(loss, null, 2)}\n`],
  ]);
}
