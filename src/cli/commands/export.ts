import { once } from "node:events";
import { entryOf } from "../../core/entryOf.js";
import { UsageError } from "../../core/errors.js";
import { EXPORTERS } from "../../datasets/registry.js";
import type { Score } from "../../schema/score.js";
import { readRun, readScores, readTrials } from "../../store/recorded.js";
import { recordedRun, sayWhatIsLost } from "../recordedRuns.js";

/** `dramatis export <run> --format …`: one conversation a record, streamed to stdout. */
export async function exportRun(name: string, { format, out }: { format: string; out: string }): Promise<void> {
  const exporter = entryOf(EXPORTERS, format);
  if (!exporter) throw new UsageError(`no format '${format}'`, `there are: ${Object.keys(EXPORTERS).join(", ")}`);
  const folder = recordedRun(out, name);
  const run = readRun(folder);
  sayWhatIsLost(folder, run);
  const write = async (text: string) => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  };
  const records = exporter(run);
  const scores = readScores(folder);
  let next = await scores.next();
  await write(records.head);
  for await (const trial of readTrials(folder)) {
    const own: Score[] = [];
    for (; !next.done && next.value.trial === trial.id; next = await scores.next()) own.push(next.value);
    await write(records.record(trial, own));
  }
}
