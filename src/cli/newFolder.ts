import { resolve } from "node:path";
import { UsageError } from "../core/errors.js";
import type { Run } from "../schema/run.js";
import { createRunFolder, type RunFolder } from "../store/runFolder.js";
import { systemClock } from "./systemClock.js";

/** The folder of a new run. Throws UsageError where none can be made. */
export function newFolder(out: string | undefined, head: Run): RunFolder {
  try {
    return createRunFolder(resolve(out ?? "transcripts"), head, systemClock);
  } catch (error) {
    throw new UsageError(`no run folder can be made: ${(error as Error).message}`, "name another place with --out");
  }
}
