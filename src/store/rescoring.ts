import { closeSync, openSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Summary } from "../schema/score.js";
import { writeWhole } from "./journal.js";
import { holdFolder } from "./lock.js";
import { RUN_FILES } from "./runFolder.js";
import { jsonText, writeWholeFile } from "./wholeFile.js";

/** New scores of a recorded run, written beside the old ones. The folder is held until they are put in place or given up. */
export interface Rescoring {
  write(lines: readonly string[]): void;
  /** Puts the scores in the place of the old ones, and the summary, where there is one. */
  replace(summary: Summary | null): void;
  /** Gives up what was not put in place, and lets the folder go. */
  close(): void;
}

/** Holds the folder of a run. Throws UsageError where another process does, or it cannot be written. */
export function rescoringIn(folder: string): Rescoring {
  const release = holdFolder(folder);
  return scoresBeside(folder, release);
}

/** The same for a folder that this process holds already; `release` is called at the end. */
export function scoresBeside(folder: string, release: () => void = () => {}): Rescoring {
  const path = join(folder, RUN_FILES.scores);
  const part = `${path}.part`;
  const file = opened(part, release);
  return {
    write: (lines) => writeWhole(file, Buffer.from(lines.map((line) => `${line}\n`).join(""))),
    replace(summary) {
      renameSync(part, path);
      if (summary) writeWholeFile(join(folder, RUN_FILES.summary), jsonText(summary));
    },
    close() {
      closeSync(file);
      rmSync(part, { force: true });
      release();
    },
  };
}

function opened(part: string, release: () => void): number {
  try {
    return openSync(part, "w");
  } catch (error) {
    release();
    throw error;
  }
}
