import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { run as runFile } from "../../src/schema/run.js";
import { type Trial, trial } from "../../src/schema/trial.js";
import { fileOf, jsonLines, type Outcome, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { LIBRARIES } from "../support/optional.js";
import { REPOSITORY } from "../support/paths.js";
import { GGUF } from "./place.js";

/** A line of the journal. */
export interface Entry {
  wall: string;
  event: Event;
}

/** A run that came to its end, and what it left. */
export interface Played {
  outcome: Outcome;
  run: ReturnType<typeof runFile.parse>;
  trials: Trial[];
  journal: Entry[];
}

/** The small project in a folder of its own, with the model and what runs it. */
export function folderToPlayIn(): string {
  const cwd = temporaryFolder(afterAll);
  cpSync(join(REPOSITORY, "tests", "local", "project"), cwd, { recursive: true });
  symlinkSync(GGUF, join(cwd, "model.gguf"));
  symlinkSync(join(LIBRARIES, "node_modules"), join(cwd, "node_modules"));
  return cwd;
}

/** What the one run below a folder left. Throws where a file has a line that its schema does not know. */
export function playedIn(cwd: string, outcome: Outcome): Played {
  const folder = onlyRun(cwd);
  return {
    outcome,
    run: runFile.parse(JSON.parse(fileOf(folder, "run.json"))),
    trials: jsonLines(fileOf(folder, "trials.jsonl")).map((line) => trial.parse(line)),
    journal: journalOf(folder),
  };
}

/** The whole lines of a journal: the last may be half written. */
export function journalOf(folder: string): Entry[] {
  const content = fileOf(folder, "journal.jsonl");
  return jsonLines(content.slice(0, content.lastIndexOf("\n") + 1)) as Entry[];
}
