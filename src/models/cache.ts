import { DatabaseSync } from "node:sqlite";
import { UsageError } from "../core/errors.js";
import { type RecordedReply, recordedReply } from "../schema/call.js";

/** Replies kept from run to run, by a key that holds all that changes an answer. */
export interface ReplyCache {
  get(key: string): RecordedReply | null;
  put(key: string, reply: RecordedReply): void;
}

/** A cache in a file, made where there is none. Several processes may share it. Throws UsageError where the file cannot be one. */
export function openCache(path: string): ReplyCache {
  const database = databaseIn(path);
  const find = database.prepare("SELECT reply FROM replies WHERE key = ?");
  const keep = database.prepare("INSERT OR IGNORE INTO replies (key, reply) VALUES (?, ?)");
  return {
    get(key) {
      const row = find.get(key);
      return row ? (recordedReply.safeParse(JSON.parse(String(row.reply))).data ?? null) : null;
    },
    put: (key, reply) => void keep.run(key, JSON.stringify(reply)),
  };
}

function databaseIn(path: string): DatabaseSync {
  try {
    const database = new DatabaseSync(path);
    database.exec(`
      PRAGMA busy_timeout = 5000;
      CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, reply TEXT NOT NULL) WITHOUT ROWID`);
    return database;
  } catch (error) {
    throw new UsageError(
      `${path} cannot keep replies: ${(error as Error).message}`,
      "name another file under `cache` in dramatis.config.yaml, or none",
    );
  }
}
