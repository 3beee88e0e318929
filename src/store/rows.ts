import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { linesOf } from "./lines.js";

/** A row of a data set as it stands in its file: its text, and the line it begins in. */
export interface RawRow {
  line: number;
  /** The whole row, or null where it is longer than a row may be. */
  text: string | null;
}

const CHUNK = 1 << 20;
/** A longer row is a mistake, or would make a file that nobody can read. */
export const LONGEST_ROW = 16 * 1024 * 1024;

/**
 * The rows of a file, one in memory at a time: the lines of JSON lines, or the parts of one JSON array or object, which
 * are split by their brackets alone, so that a broken row leaves the others whole. Throws what the file system throws.
 */
export function* rowsOf(path: string, layout: "list" | "entries"): Generator<RawRow> {
  const file = openSync(path, "r");
  try {
    const whole = layout === "entries" || (!path.endsWith(".jsonl") && firstMark(file) === "[");
    yield* whole ? partsOf(file) : jsonLines(file);
  } finally {
    closeSync(file);
  }
}

function firstMark(file: number): string {
  const start = Buffer.alloc(4096);
  const length = readSync(file, start, 0, start.length, 0);
  return start
    .toString("utf8", 0, length)
    .replace(/^\uFEFF/, "")
    .trimStart()
    .slice(0, 1);
}

function* jsonLines(file: number): Generator<RawRow> {
  let line = 0;
  for (const { text, length } of linesOf(file)) {
    line += 1;
    if (text.replace(/^\uFEFF/, "").trim() !== "") yield { line, text: length > LONGEST_ROW ? null : text };
  }
}

/** What stands between the commas of the outermost bracket. */
function* partsOf(file: number): Generator<RawRow> {
  let line = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let part = "";
  let begins: number | null = null;
  let tooLong = false;
  const taken = (): RawRow => ({ line: begins as number, text: tooLong ? null : part });
  for (const text of textOf(file)) {
    let from = 0;
    const keep = (end: number) => {
      if (part.length + end - from > LONGEST_ROW) tooLong = true;
      else part += text.slice(from, end);
      if (tooLong) part = "";
      from = end;
    };
    for (let at = 0; at < text.length; at += 1) {
      const mark = text[at] as string;
      if (mark === "\n") line += 1;
      if (quoted) {
        if (escaped) escaped = false;
        else if (mark === "\\") escaped = true;
        else if (mark === '"') quoted = false;
        continue;
      }
      if (mark === " " || mark === "\n" || mark === "\r" || mark === "\t" || mark === "\uFEFF") continue;
      const opens = mark === "[" || mark === "{";
      const closes = mark === "]" || mark === "}";
      if (depth === 0 && opens) from = at + 1;
      else if (depth === 1 && (mark === "," || closes)) {
        keep(at);
        if (begins !== null) yield taken();
        part = "";
        begins = null;
        tooLong = false;
        from = at + 1;
      } else begins ??= line;
      if (mark === '"') quoted = true;
      if (opens) depth += 1;
      if (closes) depth -= 1;
    }
    keep(text.length);
  }
  if (begins !== null) yield taken();
}

function* textOf(file: number): Generator<string> {
  const decoder = new StringDecoder("utf8");
  const { size } = fstatSync(file);
  for (let at = 0; at < size; at += CHUNK) {
    const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
    readSync(file, chunk, 0, chunk.length, at);
    yield decoder.write(chunk);
  }
  yield decoder.end();
}
