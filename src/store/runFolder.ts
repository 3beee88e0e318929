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
import type { Run } from "../schema/run.js";
import type { Score, Summary } from "../schema/score.js";
import { type Trial, trial } from "../schema/trial.js";
import { lineAt, openJournal, type Place, writeWhole } from "./journal.js";
import { makeFolder } from "./makeFolder.js";

/** The files of one run. */
export const RUN_FILES = {
  run: "run.json",
  journal: "journal.jsonl",
  trials: "trials.jsonl",
  scores: "scores.jsonl",
  summary: "summary.json",
};

/** A run folder open for writing. */
export interface RunFolder extends Ledger {
  path: string;
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
  const journal = openJournal(join(path, RUN_FILES.journal), clock);
  const trials = openSync(join(path, RUN_FILES.trials), "ax+");
  const committed = new Map<string, Place>();
  let end = 0;
  const scores = openSync(join(path, RUN_FILES.scores), "ax");
  const lines = (entries: readonly unknown[]) =>
    Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  const folder: RunFolder = {
    path,
    async record(event) {
      journal.write(event);
      if (event.type === "trial.ended") await journal.sync();
    },
    async eventsOf(id) {
      const place = committed.get(id);
      return place ? unfold(trial.parse(JSON.parse(lineAt(trials, place)))) : journal.read(id);
    },
    async commit(trial: Trial, numbers: readonly Score[]) {
      // An open file takes lines after its folder is removed: nobody would find them.
      if (!existsSync(join(path, RUN_FILES.trials)))
        throw new Error(`${path} was removed or renamed while the run went on`);
      const line = lines([trial]);
      writeWhole(trials, line);
      committed.set(trial.id, { offset: end, length: line.length });
      end += line.length;
      writeWhole(scores, lines(numbers));
      journal.forget(trial.id);
    },
    writeRun: (state) => writeWholeFile(join(path, RUN_FILES.run), state),
    markFailed: () => markFailed(join(path, RUN_FILES.run)),
    writeSummary: (summary) => writeWholeFile(join(path, RUN_FILES.summary), summary),
    close() {
      journal.close();
      closeSync(trials);
      closeSync(scores);
    },
  };
  folder.writeRun(run);
  return folder;
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
