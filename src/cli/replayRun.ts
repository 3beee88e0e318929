import { join } from "node:path";
import { UsageError } from "../core/errors.js";
import { noUsage } from "../core/usage.js";
import type { Run } from "../schema/run.js";
import { isCodeFile } from "../store/codeFiles.js";
import { recordedCalls } from "../store/journal.js";
import type { Damage } from "../store/journalLines.js";
import { openJudgements, readJudgements } from "../store/judgements.js";
import { readRun } from "../store/recorded.js";
import { RUN_FILES } from "../store/runFolder.js";
import { carryOut } from "./carryOut.js";
import { changedSince } from "./changedSince.js";
import { companyOf } from "./company.js";
import { recordedExternals } from "./externals.js";
import { foundLines } from "./journalDamage.js";
import { readCalibrations } from "./judging/calibrations.js";
import type { RunOptions } from "./narrowed.js";
import { newFolder } from "./newFolder.js";
import { newRun } from "./newRun.js";
import type { Output } from "./output.js";
import { openProject, sayWhereShipped } from "./project.js";
import { recordedRun } from "./recordedRuns.js";
import { refuseChanges } from "./refuseChanges.js";

/**
 * Plays a recorded run again into a folder of its own, on its recorded replies: no model is called, no assistant outside,
 * no code of the project, and what comes out is the same to the byte. Throws UsageError where files have changed since.
 */
export async function replayRun(
  name: string,
  suite: string | undefined,
  options: RunOptions,
  root: string,
  output: Output,
): Promise<void> {
  refuseChanges("--replay", suite, options);
  const path = recordedRun(options.out ?? "transcripts", name);
  const before = readRun(path);
  sayWhereShipped(root);
  const { world, hashes } = openProject(root, before.suite.personas_in);
  const files = { ...hashes, ...codeIn(before) };
  const changed = changedSince(before, files);
  if (changed.length > 0)
    throw new UsageError(`the run ${before.id} cannot be played again, for this is another now: ${changed.join(", ")}`);
  const { suite: played, assistants: arms, plan } = before;
  const company = await companyOf(
    played,
    arms,
    async () => (await import("./models.js")).recordedModels(played),
    recordedExternals,
  );
  const head = newRun({ suite: played, arms, plan, company, files, started: new Date() });
  const folder = { ...newFolder(options.out, head), before: callsOf(join(path, RUN_FILES.journal)) };
  const judging = copyJudgements(path, folder.path)
    ? { bench: null, calibrations: readCalibrations(options.calibration) }
    : null;
  await carryOut({ output, head, world, company, folder, options, judging });
}

/** What judges said of the same replies before stands for asking them again, and costs nothing. False where nobody judged. */
function copyJudgements(from: string, to: string): boolean {
  const lines = readJudgements(from);
  if (lines.length === 0) return false;
  const copy = openJudgements(to);
  for (const line of lines) copy.add({ ...line, usage: noUsage() });
  copy.close();
  return true;
}

/** What stood in damaged lines cannot be played again: that is said before the trial fails that lacks it. */
function callsOf(journal: string) {
  const found: Damage[] = [];
  const calls = recordedCalls(journal, (damage) => found.push(damage));
  if (found.length > 0) process.stderr.write(`${foundLines(journal, found).join("\n")}\n`);
  return calls;
}

/** The code that played is not run again, so what has become of it does not matter. */
const codeIn = ({ files }: Run) => Object.fromEntries(Object.entries(files).filter(([name]) => isCodeFile(name)));
