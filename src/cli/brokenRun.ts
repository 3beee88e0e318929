import { existsSync } from "node:fs";
import type { Run } from "../schema/run.js";
import type { Usage } from "../schema/usage.js";
import type { RunFolder } from "../store/runFolder.js";
import { BROKEN } from "./exitCode.js";
import type { RunResults } from "./runResults.js";
import { usedIn } from "./usedIn.js";

/** What broke a run, as the command line tells it. */
export class BrokenRun extends Error {
  override name = "BrokenRun";
  readonly exitCode = BROKEN;
  constructor(
    cause: unknown,
    readonly hint: string | null,
  ) {
    super(`the run broke: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

/** Marks the folder of a run as failed and closes it, as far as the disk still lets. Gives the error to be told. */
export function brokenRun(cause: unknown, folder: RunFolder, head: Run, { counts }: RunResults): BrokenRun {
  const ended = new Date().toISOString();
  const end: Run = { ...head, ended, status: "failed", counts, usage: usageOf(folder), exit_code: BROKEN };
  const marked = tried(() => folder.writeRun(end)) || tried(() => folder.overwriteRun(end));
  tried(() => folder.close());
  if (!existsSync(folder.path)) return new BrokenRun(cause, null);
  return new BrokenRun(
    cause,
    `what was written before is in ${folder.path}${marked ? "" : "; its run.json still says that it goes on"}`,
  );
}

/** With what judges used, as far as their file can still be read. */
function usageOf(folder: RunFolder): Usage {
  try {
    return usedIn(folder);
  } catch {
    return folder.used;
  }
}

/** What broke the run may break this too; the first error is the one that tells something. */
function tried(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
