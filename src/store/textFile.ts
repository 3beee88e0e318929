import { readFileSync, statSync } from "node:fs";
import { type Problem, wholeFile } from "./problem.js";
import { unreadable } from "./unreadable.js";

const MEGABYTE = 1024 * 1024;
/** Files people write are small; a larger one is a mistake or an attack. */
export const LARGEST = 2 * MEGABYTE;

/** The text of a file people write. Never throws, and never waits for what has no end: a problem comes back instead. */
export function readText(path: string, file: string): string | Problem {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return wholeFile(file, "is a directory, not a YAML file");
    if (!about.isFile()) return wholeFile(file, "is no ordinary file but a pipe or a device", "name a file of text");
    if (about.size > LARGEST)
      return wholeFile(
        file,
        `has ${(about.size / MEGABYTE).toFixed(1)} MB; files may have ${LARGEST / MEGABYTE} MB`,
        "split it, or check that it is the file you mean",
      );
    return decoded(readFileSync(path), file);
  } catch (error) {
    return wholeFile(file, unreadable(error));
  }
}

function decoded(bytes: Buffer, file: string): string | Problem {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return wholeFile(file, "is UTF-16 text", SAVE);
  if (bytes.includes(0)) return wholeFile(file, "is not text: it holds a zero byte", SAVE);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return wholeFile(file, "is not UTF-8 text", SAVE);
  }
}

const SAVE = "save it as UTF-8 text";
