import { fstatSync, openSync, readSync } from "node:fs";
import { UsageError } from "../core/errors.js";
import { unreadable } from "./unreadable.js";

/** Where a line stands in a file, in bytes; its newline is counted. */
export interface Place {
  offset: number;
  length: number;
}

/** A line of a file with its place. `whole` is false where the newline is missing: the write of it was cut short. */
export interface PlacedLine extends Place {
  text: string;
  whole: boolean;
}

const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** Opens a file of lines for reading. Throws UsageError where it is none, or may not be read. */
export function openedLines(path: string): number {
  const refused = (why: string) => new UsageError(`${path} ${why}`, "the run is not whole: every run has that file");
  try {
    const file = openSync(path, "r");
    if (!fstatSync(file).isDirectory()) return file;
  } catch (error) {
    throw refused(unreadable(error));
  }
  throw refused("is a folder, not a file");
}

/** The lines of an open file, without holding more than one of them. */
export function* linesOf(file: number): Generator<PlacedLine> {
  const size = fstatSync(file).size;
  let rest = Buffer.alloc(0);
  let offset = 0;
  for (let at = 0; at < size; at += CHUNK) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
    readSync(file, chunk, 0, chunk.length, at);
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield { offset, length: end + 1, text: rest.toString("utf8", 0, end), whole: true };
      offset += end + 1;
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield { offset, length: rest.length, text: rest.toString("utf8"), whole: false };
}
