import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Clock } from "../core/clock.js";
import { unfold } from "../core/fold.js";
import type { Ledger } from "../core/run.js";
import type { Outcome } from "../schema/event.js";
import type { Run } from "../schema/run.js";
import type { Summary } from "../schema/score.js";
import type { Usage } from "../schema/usage.js";
import { type Journal, openJournal } from "./journal.js";
import { holdFolder } from "./lock.js";
import { makeFolder } from "./makeFolder.js";
import { newResults, type Results, resumedResults } from "./results.js";

/** The files of one run. */
export const RUN_FILES = {
  run: "run.json",
  journal: "journal.jsonl",
  trials: "trials.jsonl",
  scores: "scores.jsonl",
  summary: "summary.json",
};

/** A run folder open for writing, and held by this process. */
export interface RunFolder extends Ledger {
  path: string;
  /** What all calls of the run used so far, those of trials that have no end yet among them. */
  used: Usage;
  /** How many calls went out twice, because the process died before their answer was recorded. */
  repeated(): number;
  writeRun(run: Run): void;
  /** Says in run.json that the run failed, without a byte more: for a disk that is full. */
  markFailed(): void;
  writeSummary(summary: Summary): void;
  close(): void;
}

/** Makes the folder of a new run. Throws where it exists: two runs never write into one. */
export function createRunFolder(parent: string, run: Run, clock: Clock): RunFolder {
  const path = join(parent, run.id);
  makeFolder(parent);
  mkdirSync(path);
  const release = holdFolder(path);
  const at = (name: keyof typeof RUN_FILES) => join(path, RUN_FILES[name]);
  const folder = folderIn(
    path,
    openJournal(at("journal"), clock, "new"),
    newResults(at("trials"), at("scores")),
    release,
    () => true,
  );
  folder.writeRun(run);
  return folder;
}

/** Whether a trial that ended so stays as it is when its run goes on. */
export type Stays = (outcome: Outcome) => boolean;

/**
 * Opens the folder of a run to go on with it; trials that do not stay are played again. Throws UsageError where another
 * process holds it, and where its journal cannot be read.
 */
export function resumeRunFolder(path: string, run: Run, clock: Clock, stays: Stays): RunFolder {
  const release = holdFolder(path);
  const at = (name: keyof typeof RUN_FILES) => join(path, RUN_FILES[name]);
  try {
    const journal = openJournal(at("journal"), clock, "existing");
    const plan = run.plan.map(({ id }) => id);
    return folderIn(path, journal, resumedResults([at("trials"), at("scores")], plan, stays), release, stays);
  } catch (error) {
    release();
    throw error;
  }
}

function folderIn(path: string, journal: Journal, results: Results, release: () => void, stays: Stays): RunFolder {
  return {
    path,
    used: journal.used,
    repeated: journal.repeated,
    committed: results.committed,
    ended(id) {
      const outcome = journal.outcome(id);
      return outcome !== null && stays(outcome);
    },
    before: (id) => journal.calls(id),
    async record(event) {
      journal.write(event);
      if (event.type === "trial.ended") await journal.sync();
    },
    async eventsOf(id) {
      const trial = results.read(id);
      return trial ? unfold(trial) : journal.read(id);
    },
    async commit(trial, scores) {
      // An open file takes lines after its folder is removed: nobody would find them.
      if (!existsSync(join(path, RUN_FILES.trials)))
        throw new Error(`${path} was removed or renamed while the run went on`);
      results.write(trial, scores);
      journal.forget(trial.id);
    },
    writeRun: (state) => writeWholeFile(join(path, RUN_FILES.run), state),
    markFailed: () => markFailed(join(path, RUN_FILES.run)),
    writeSummary: (summary) => writeWholeFile(join(path, RUN_FILES.summary), summary),
    close() {
      journal.close();
      results.close();
      release();
    },
  };
}

const RUNNING = '\n  "status": "running"';
const FAILED = '\n  "status": "failed" ';

function markFailed(path: string): void {
  const file = openSync(path, "r+");
  const place = readFileSync(file).indexOf(RUNNING);
  if (place >= 0) writeSync(file, FAILED, place);
  closeSync(file);
}

/** Writes beside, then renames: a reader never sees half a file. */
function writeWholeFile(path: string, content: unknown): void {
  writeFileSync(`${path}.part`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${path}.part`, path);
}
