import { closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../core/clock.js";
import { unfold } from "../core/fold.js";
import type { Ledger } from "../core/run.js";
import type { Outcome } from "../schema/event.js";
import type { Run } from "../schema/run.js";
import type { Summary } from "../schema/score.js";
import type { Usage } from "../schema/usage.js";
import { type Journal, openJournal } from "./journal.js";
import type { Damage } from "./journalLines.js";
import { holdFolder } from "./lock.js";
import { makeFolder } from "./makeFolder.js";
import { newResults, type Results, resumedResults } from "./results.js";
import { jsonText, writeWholeFile } from "./wholeFile.js";

/** The files of one run. */
export const RUN_FILES = {
  run: "run.json",
  journal: "journal.jsonl",
  trials: "trials.jsonl",
  scores: "scores.jsonl",
  summary: "summary.json",
  judgements: "judgements.jsonl",
};

/** A run folder open for writing, and held by this process. */
export interface RunFolder extends Ledger {
  path: string;
  /** What all calls of the run used so far, those of trials that have no end yet among them. */
  used: Usage;
  /** How many calls went out twice, because the process died before their answer was recorded. */
  repeated(): number;
  /** What of the journal was not as it was written when the run was taken up, and the trials that this touches. */
  damage: JournalDamage;
  writeRun(run: Run): void;
  /** Writes how the run ended over the run.json of one that goes on, without a byte more: for a disk that is full. Throws where it does not fit. */
  overwriteRun(run: Run): void;
  writeSummary(summary: Summary): void;
  close(): void;
}

/** Damage of a journal, and what becomes of the trials: played again from their start, or whole in `trials.jsonl` all the same. */
export interface JournalDamage {
  found: readonly Damage[];
  torn: string[];
  unended: string[];
  whole: string[];
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
    [],
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
    const results = resumedResults([at("trials"), at("scores")], plan, stays);
    return folderIn(path, journal, results, release, stays, plan);
  } catch (error) {
    release();
    throw error;
  }
}

function folderIn(
  path: string,
  journal: Journal,
  results: Results,
  release: () => void,
  stays: Stays,
  plan: readonly string[],
): RunFolder {
  return {
    path,
    damage: damageOf(journal, new Set(plan.slice(0, results.committed))),
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
    writeRun: (state) =>
      writeWholeFile(join(path, RUN_FILES.run), jsonText(state, state.status === "running" ? ROOM : 0)),
    overwriteRun: (state) => overwrite(join(path, RUN_FILES.run), jsonText(state)),
    writeSummary: (summary) => writeWholeFile(join(path, RUN_FILES.summary), jsonText(summary)),
    close() {
      journal.close();
      results.close();
      release();
    },
  };
}

function damageOf(journal: Journal, committed: ReadonlySet<string>): JournalDamage {
  const torn = journal.torn();
  const open = (id: string) => !committed.has(id);
  return {
    found: journal.damage,
    ...{ torn: torn.filter(open), unended: journal.unended().filter(open) },
    whole: torn.filter((id) => committed.has(id)),
  };
}

/** Blanks behind a run that goes on: counts, usage and end have their place on the disk before there is no more of it. */
const ROOM = 1024;

function overwrite(path: string, text: string): void {
  const bytes = Buffer.alloc(statSync(path).size, " ");
  if (Buffer.byteLength(text) > bytes.length) throw new Error(`${path} has no room for more`);
  bytes.write(text);
  const file = openSync(path, "r+");
  writeSync(file, bytes);
  closeSync(file);
}
