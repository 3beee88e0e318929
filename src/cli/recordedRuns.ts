import { join, resolve } from "node:path";
import { UsageError } from "../core/errors.js";
import { knownWords } from "../store/nearest.js";
import { findRun, runsIn } from "../store/recorded.js";
import { PACKAGE_ROOT } from "./project.js";

/** Where recorded runs are: the folder that was asked for, then the package's own, which has the sample. */
export function runFolders(out: string): string[] {
  return [resolve(out), join(PACKAGE_ROOT, "transcripts")];
}

/** The folder of a recorded run. Throws UsageError where there is none of that name. */
export function recordedRun(out: string, name: string): string {
  const found = findRun(runFolders(out), name);
  if (found !== null) return found;
  const known = runsIn(resolve(out));
  throw new UsageError(
    `no run '${name}' in ${resolve(out)}`,
    known.length > 0 ? knownWords(name, known) : "make one with `dramatis run`",
  );
}
