import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { UsageError } from "../core/errors.js";
import { makeFolder } from "./makeFolder.js";

/** What was done to the folder. */
export interface Written {
  written: number;
  /** Files of an earlier making whose people are in this one no more. */
  removed: string[];
}

const HEAD = /^# made by dramatis populate from (\S+): mend that file, not this one \(sha256 ([0-9a-f]{64})\)\n/;

/** The text of a populated person's file. Its first line says what it was made from, and whether it is as it was made. */
export function populatedText(population: string, persona: object): string {
  const body = stringify(persona, { lineWidth: 150, aliasDuplicateObjects: false });
  return `# made by dramatis populate from ${population}: mend that file, not this one (sha256 ${sum(body)})\n${body}`;
}

/**
 * Writes people's files into a folder, in place of those that an earlier making of the same population left there.
 * Throws UsageError, before anything is written, where a file in their place was written or changed by somebody else.
 */
export function writePopulated(folder: string, population: string, files: ReadonlyMap<string, string>): Written {
  makeFolder(folder);
  const there = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  const foreign = there.filter((name) => files.has(name) && !isMade(join(folder, name)));
  if (foreign.length > 0)
    throw new UsageError(
      `${foreign.map((name) => join(folder, name)).join(", ")} ${foreign.length === 1 ? "is" : "are"} not as populate wrote ${foreign.length === 1 ? "it" : "them"}`,
      "nothing was written; move what is yours, or name another folder with --out",
    );
  const removed = there.filter((name) => !files.has(name) && isMade(join(folder, name), population));
  for (const [name, content] of files) {
    const part = join(folder, `.${name}.part`);
    writeFileSync(part, content);
    renameSync(part, join(folder, name));
  }
  for (const name of removed) rmSync(join(folder, name));
  return { written: files.size, removed };
}

/** Whether a file is as populate wrote it, and, where one is named, from this population. */
function isMade(path: string, population?: string): boolean {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const content = readFileSync(path, "utf8");
  const [head = "", from, expected] = HEAD.exec(content) ?? [];
  return head !== "" && sum(content.slice(head.length)) === expected && (population ?? from) === from;
}

const sum = (text: string) => createHash("sha256").update(text).digest("hex");
