import { DatabaseSync } from "node:sqlite";
import { type RecordedReply, recordedReply } from "../schema/call.js";

/** Replies kept from run to run, by a key that holds all that changes an answer. */
export interface ReplyCache {
  get(key: string): RecordedReply | null;
  put(key: string, reply: RecordedReply): void;
}

/** A cache in a file, made where there is none. Several processes may share it. Throws where the file is none of these. */
export function openCache(path: string): ReplyCache {
  const database = new DatabaseSync(path);
  database.exec(`
    PRAGMA busy_timeout = 5000;
    CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, reply TEXT NOT NULL) WITHOUT ROWID`);
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
