import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../core/errors.js";

/** The file by which a process holds a run folder. */
export const LOCK = "lock";

/** What SQLite says where another has the lock (SQLITE_BUSY). */
const BUSY = 5;

/**
 * Holds a folder for this process; gives what lets it go. The lock is the operating system's, by way of SQLite, so it
 * dies with the process however that ends. Throws UsageError where another process holds the folder.
 */
export function holdFolder(folder: string): () => void {
  const path = join(folder, LOCK);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    database.exec(
      "PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE",
    );
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === BUSY)
      throw new UsageError(`another process plays the run in ${folder}`, "wait until it has ended, or end it");
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}`, "a run is held by that file");
  }
  const held = database;
  // The file stays: whoever comes next may hold it already.
  return () => held.close();
}
