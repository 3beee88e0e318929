import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { PACKAGE_ROOT } from "./project.js";

/** The folder to look for a recorded run in: the one asked for, or the package's own where only that has it. */
export function recordedRuns(out: string, name: string): string {
  const shipped = join(PACKAGE_ROOT, "transcripts");
  return !existsSync(join(resolve(out), name)) && existsSync(join(shipped, name)) ? shipped : resolve(out);
}
