import { stringify } from "csv-stringify/sync";
import { UsageError } from "../../core/errors.js";
import { caption } from "../../core/headline.js";
import { latexTable } from "../../reporters/latex.js";
import { fullTable } from "../../reporters/table.js";
import { findRun, readSummary } from "../../store/recorded.js";
import { recordedRuns } from "../recordedRuns.js";

/** `dramatis table <run>`: every number with its interval. */
export async function table(name: string, { format, out }: { format: string; out: string }): Promise<void> {
  const summary = readSummary(findRun(recordedRuns(out, name), name));
  if (!summary) throw new UsageError(`${name} has no summary: it ended before its first trial did`);
  if (format === "text") process.stdout.write(`${fullTable(summary)}\n\n${caption(summary)}\n`);
  else if (format === "csv") process.stdout.write(stringify([...summary.estimates], { header: true }));
  else if (format === "latex") process.stdout.write(latexTable(summary));
  else throw new UsageError(`no format '${format}'`, "there are: text, csv, latex");
}
