import { stringify } from "csv-stringify/sync";
import { UsageError } from "../../core/errors.js";
import { judgedText } from "../../reporters/judgedTable.js";
import { latexTable } from "../../reporters/latex.js";
import { captionLines, fullTable } from "../../reporters/table.js";
import type { Summary } from "../../schema/score.js";
import { chosenScorers } from "../../scorers/chosen.js";
import { readRun, readSummary } from "../../store/recorded.js";
import { recordedRun, sayWhatIsLost } from "../recordedRuns.js";
import { summarise } from "../summarise.js";

/** `dramatis table <run>`: every number with its interval. */
export async function table(name: string, { format, out }: { format: string; out: string }): Promise<void> {
  const folder = recordedRun(out, name);
  const written = readSummary(folder);
  const summary = written ?? (await summaryNow(folder));
  if (format === "text") {
    const width = process.stdout.columns ?? 120;
    const parts = [fullTable(summary), captionLines(summary, width), judgedText(summary, width)];
    process.stdout.write(`${parts.filter((part) => part !== "").join("\n\n")}\n`);
  } else if (format === "csv") process.stdout.write(stringify([...summary.estimates], { header: true }));
  else if (format === "latex") process.stdout.write(latexTable(summary));
  else throw new UsageError(`no format '${format}'`, "there are: text, csv, latex");
}

/** The numbers of what was finished, by the scorers that the run had. */
function summaryNow(folder: string): Promise<Summary> {
  const run = readRun(folder);
  sayWhatIsLost(folder, run);
  return summarise(folder, run, chosenScorers(run.suite));
}
