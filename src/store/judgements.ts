import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../core/errors.js";
import { add, noUsage } from "../core/usage.js";
import { type JudgementLine, judgement } from "../schema/judgement.js";
import type { Usage } from "../schema/usage.js";
import { writeWhole } from "./journal.js";
import { linesOf } from "./lines.js";
import { RUN_FILES } from "./runFolder.js";

/** The votes of judges on the replies of a run, open to go on with. */
export interface Judgements {
  /** All there are, in the order in which they came. */
  lines: readonly JudgementLine[];
  /** What all of them used. */
  used: Usage;
  /** Appends a vote: it is with the operating system when this returns. Throws where the disk does not take it. */
  add(line: JudgementLine): void;
  close(): void;
}

/** Opens the votes of a run; a last line that was cut short is cut off. Throws UsageError where another line is none. */
export function openJudgements(folder: string): Judgements {
  const path = pathIn(folder);
  const file = openSync(path, "a+");
  const { lines, end } = linesIn(file, path);
  ftruncateSync(file, end);
  const used = usedBy(lines);
  return {
    ...{ lines, used },
    add(line) {
      writeWhole(file, Buffer.from(`${JSON.stringify(line)}\n`));
      lines.push(line);
      add(used, line.usage);
    },
    close() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** The votes of a run; none where nobody judged it. A last line that was cut short is passed over. Throws UsageError. */
export function readJudgements(folder: string): JudgementLine[] {
  const path = pathIn(folder);
  if (!existsSync(path)) return [];
  const file = openSync(path, "r");
  try {
    return linesIn(file, path).lines;
  } finally {
    closeSync(file);
  }
}

/** What votes used, in all. */
export function usedBy(lines: readonly JudgementLine[]): Usage {
  const sum = noUsage();
  for (const { usage } of lines) add(sum, usage);
  return sum;
}

const pathIn = (folder: string) => join(folder, RUN_FILES.judgements);

function linesIn(file: number, path: string): { lines: JudgementLine[]; end: number } {
  const lines: JudgementLine[] = [];
  let end = 0;
  for (const { text, length, whole } of linesOf(file)) {
    if (!whole) break;
    lines.push(lineIn(text, `${path}:${lines.length + 1}`));
    end += length;
  }
  return { lines, end };
}

function lineIn(text: string, place: string): JudgementLine {
  try {
    return judgement.parse(JSON.parse(text));
  } catch {
    throw new UsageError(`${place} is no line of judgements`, "take the line out; it is asked again");
  }
}
