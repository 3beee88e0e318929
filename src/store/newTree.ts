import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "../core/errors.js";
import { makeFolder } from "./makeFolder.js";

/**
 * Writes files into a folder that has none of them. They are written beside it and moved in, so that there are all or
 * none. Throws UsageError where the folder has one of their top entries, and names it.
 */
export function writeNewTree(folder: string, files: ReadonlyMap<string, string>): void {
  const entries = [...new Set([...files.keys()].map((path) => path.split("/")[0] as string))];
  refuseOccupied(folder, entries);
  const made = makeFolder(folder);
  const part = join(folder, `.part-${randomBytes(4).toString("hex")}`);
  const moved: string[] = [];
  try {
    for (const [path, content] of files) {
      makeFolder(dirname(join(part, path)));
      writeFileSync(join(part, path), content, { flag: "wx" });
    }
    for (const entry of entries) {
      renameSync(join(part, entry), join(folder, entry));
      moved.push(join(folder, entry));
    }
    rmSync(part, { recursive: true });
  } catch (error) {
    for (const path of made ? [made] : [part, ...moved]) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

function refuseOccupied(folder: string, entries: readonly string[]): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new UsageError(`${folder} is a file, not a folder`, "name another folder");
  const taken = readdirSync(folder).find((entry) => entries.includes(entry));
  if (taken !== undefined)
    throw new UsageError(`${join(folder, taken)} is there already`, "nothing was written; name an empty or new folder");
}
