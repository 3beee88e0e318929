import { closeSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { type Event, event } from "../schema/event.js";

/** An append-only file of events, one a line. One writer; a line is with the operating system before `write` returns. */
export interface Journal {
  write(event: Event): void;
  /** The events of a trial, read back from the file. */
  read(trial: string): Event[];
  forget(trial: string): void;
  sync(): void;
  close(): void;
}

/** Where a line stands in a file. */
export interface Place {
  offset: number;
  length: number;
}

/** Opens a new journal. Memory holds the places of lines only. `clock` gives wall time. Throws where the file exists. */
export function openJournal(path: string, clock: () => string): Journal {
  const file = openSync(path, "ax+");
  const places = new Map<string, Place[]>();
  let end = 0;
  return {
    write(happened) {
      const line = Buffer.from(`${JSON.stringify({ schema: "dramatis/journal@1", wall: clock(), event: happened })}\n`);
      writeWhole(file, line);
      const list = places.get(happened.trial) ?? [];
      list.push({ offset: end, length: line.length });
      places.set(happened.trial, list);
      end += line.length;
    },
    read: (trial) => (places.get(trial) ?? []).map((place) => event.parse(JSON.parse(lineAt(file, place)).event)),
    forget: (trial) => places.delete(trial),
    sync: () => fsyncSync(file),
    close: () => closeSync(file),
  };
}

/** Writes all bytes: a write to a nearly full disk may take only some. */
export function writeWhole(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** Reads one line back. Throws where the file is shorter than that. */
export function lineAt(file: number, { offset, length }: Place): string {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) throw new Error("the file is shorter than what was written to it");
    read += count;
  }
  return bytes.toString("utf8");
}
