import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { UsageError } from "../core/errors.js";
import { writeWholeFile } from "../store/wholeFile.js";

/** Throws UsageError where a report could not be written to any of these: better before a run than after it. */
export function refuseUnwritable(...paths: readonly (string | undefined)[]): void {
  for (const path of paths) {
    if (path === undefined) continue;
    if (path === "" || (existsSync(path) && statSync(path).isDirectory()))
      throw new UsageError(`'${path}' is no file that a report could be written to`, "name a file, such as report.xml");
    try {
      accessSync(nearestFolder(path), constants.W_OK);
    } catch {
      throw new UsageError(`${path} cannot be written`, "its folder is not yours to write in");
    }
  }
}

/** Writes a report, and the folder it goes into. */
export function writeReport(path: string, text: string): void {
  mkdirSync(dirname(resolve(path)), { recursive: true });
  writeWholeFile(path, text);
}

function nearestFolder(path: string): string {
  const folder = dirname(resolve(path));
  return existsSync(folder) ? folder : nearestFolder(folder);
}
