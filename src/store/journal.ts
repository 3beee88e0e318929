import { closeSync, fdatasync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import type { Clock } from "../core/clock.js";
import type { Event } from "../schema/event.js";

/** An append-only file of events, one a line. One writer; a line is with the operating system before `write` returns. */
export interface Journal {
  /** Throws where the disk does not take the line, or did not take an earlier one. */
  write(event: Event): void;
  /** The events of a trial, read back from the file, unchecked: this journal wrote them. */
  read(trial: string): Event[];
  forget(trial: string): void;
  /** Resolves when all that was written so far is on the disk. */
  sync(): Promise<void>;
  close(): void;
}

/** Where a line stands in a file. */
export interface Place {
  offset: number;
  length: number;
}

const SECOND = 1000;
const toDisk = promisify(fdatasync);

/**
 * Opens a new journal, which is synced to the disk once a second beside what `sync` asks for. Memory holds the places
 * of lines only. Throws where the file exists.
 */
export function openJournal(path: string, clock: Clock): Journal {
  const file = openSync(path, "ax+");
  const places = new Map<string, Place[]>();
  let end = 0;
  let safe = 0;
  let broken: unknown;

  async function sync(): Promise<void> {
    const upTo = end;
    if (upTo === safe) return;
    await toDisk(file);
    safe = Math.max(safe, upTo);
  }

  const stop = clock.every(SECOND, () => {
    sync().catch((error: unknown) => {
      broken = error;
    });
  });

  return {
    write(happened) {
      if (broken !== undefined) throw broken;
      const entry = { schema: "dramatis/journal@1", wall: clock.wall(), event: happened };
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      writeWhole(file, line);
      const list = places.get(happened.trial) ?? [];
      list.push({ offset: end, length: line.length });
      places.set(happened.trial, list);
      end += line.length;
    },
    read: (trial) => (places.get(trial) ?? []).map((place) => JSON.parse(lineAt(file, place)).event as Event),
    forget: (trial) => places.delete(trial),
    sync,
    close() {
      stop();
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** Writes all bytes: a write to a nearly full disk may take only some. */
export function writeWhole(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** The text that stands at a place of a file. Throws where the file ends before. */
export function lineAt(file: number, { offset, length }: Place): string {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) throw new Error("the journal is shorter than what was written to it");
    read += count;
  }
  return bytes.toString("utf8");
}
