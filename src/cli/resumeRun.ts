import { join } from "node:path";
import { UsageError } from "../core/errors.js";
import type { Outcome } from "../schema/event.js";
import type { Run } from "../schema/run.js";
import { findRun, readResults, readRun, runsIn } from "../store/recorded.js";
import { RUN_FILES, type RunFolder, resumeRunFolder } from "../store/runFolder.js";
import { carryOut } from "./carryOut.js";
import { changedSince } from "./changedSince.js";
import { codeOf } from "./codeOf.js";
import { companyFor } from "./companyFor.js";
import { openConfig, withConfig } from "./config.js";
import { journalDamageLines } from "./journalDamage.js";
import { benchOf } from "./judging/bench.js";
import { judgingOf } from "./judging/judging.js";
import type { RunOptions } from "./narrowed.js";
import type { Output } from "./output.js";
import { openProject, sayWhereShipped } from "./project.js";
import { recordedRun } from "./recordedRuns.js";
import { refuseChanges } from "./refuseChanges.js";
import { addResult, noResults, type RunResults } from "./runResults.js";
import { systemClock } from "./systemClock.js";
import { usedIn } from "./usedIn.js";

/**
 * Goes on with a run that did not come to its end. Throws UsageError where it did, where its files have changed since,
 * where another process plays it, and where flags would change what is played.
 */
export async function resumeRun(
  suite: string | undefined,
  given: RunOptions,
  root: string,
  output: Output,
): Promise<void> {
  const config = openConfig(root);
  const options = withConfig(given, config);
  refuseChanges("--resume", suite, given);
  const path = pathOf(options);
  const head = readRun(path);
  refuseFinished(head, options);
  sayWhereShipped(root);
  const { world, hashes } = openProject(root, head.suite.personas_in);
  const changed = changedSince(head, { ...hashes, ...codeOf(root, head.assistants) });
  if (changed.length > 0)
    throw new UsageError(
      `the run ${head.id} cannot go on, for this is another since it began: ${changed.join(", ")}`,
      "put it back as it was, or begin a new run",
    );
  const folder = resumeRunFolder(path, head, systemClock, staying(options));
  stillToPlay(folder, options);
  const damage = journalDamageLines(join(path, RUN_FILES.journal), folder.damage);
  process.stderr.write(damage.map((line) => `${line}\n`).join(""));
  const results = await earlier(folder);
  const { suite: played, assistants: arms } = head;
  const players = await companyFor({ suite: played, arms, root, config, options, spent: usedIn(folder) });
  const judging = await judgingOf(benchOf(played, arms, root), options, players);
  folder.writeRun({ ...head, status: "running", ended: null, exit_code: null });
  await carryOut({ output, head, world, company: players.company, folder, options, results, judging });
  if (folder.repeated() > 0)
    process.stderr.write(`${folder.repeated()} calls went out twice: no answer to them was recorded\n`);
}

/** Whoever held the folder before may have brought the run to its end since it was read. */
function stillToPlay(folder: RunFolder, options: RunOptions): void {
  try {
    refuseFinished(readRun(folder.path), options);
  } catch (error) {
    folder.close();
    throw error;
  }
}

/** Failed trials are played again where that is asked for. */
function staying({ retryFailed = false }: RunOptions): (outcome: Outcome) => boolean {
  return (outcome) => !retryFailed || (outcome !== "infrastructure_error" && outcome !== "simulator_error");
}

function refuseFinished({ id, status }: Run, { retryFailed }: RunOptions): void {
  if (status === "finished" && !retryFailed)
    throw new UsageError(`the run ${id} is finished`, "--retry-failed plays those of its trials again that failed");
}

/** The folder of the run: by its name, or the newest that has not come to its end. */
function pathOf({ resume, out = "transcripts" }: RunOptions): string {
  if (typeof resume === "string") return recordedRun(out, resume);
  const open = runsIn(out).flatMap((id) => {
    const path = findRun([out], id);
    const head = path === null ? null : readable(path);
    return path !== null && head && head.status !== "finished" ? [{ path, started: head.started }] : [];
  });
  const [newest] = open.sort((one, other) => (one.started < other.started ? 1 : -1));
  if (!newest) throw new UsageError(`no run in ${out} was stopped`, "name one: run --resume <run>");
  return newest.path;
}

/** Null for a run of another version, which is in nobody's way. */
function readable(path: string): Run | null {
  try {
    return readRun(path);
  } catch {
    return null;
  }
}

async function earlier({ path, committed }: RunFolder): Promise<RunResults> {
  const results = noResults();
  for await (const result of readResults(path)) if (results.trials.length < committed) addResult(results, result);
  return results;
}
