import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../core/errors.js";

/** The file by which a process holds a run folder. */
export const LOCK = "lock";

/**
 * Holds a folder for this process; gives what lets it go. The lock is the operating system's, by way of SQLite, so it
 * dies with the process however that ends. Throws UsageError where another process holds the folder.
 */
export function holdFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  const database = new DatabaseSync(path);
  try {
    database.exec(
      "PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE",
    );
  } catch {
    database.close();
    throw new UsageError(`another process plays the run in ${folder}`, "wait until it has ended, or end it");
  }
  return () => {
    database.close();
    rmSync(path, { force: true });
  };
}
