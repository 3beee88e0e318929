import { renameSync, writeFileSync } from "node:fs";

/** Writes beside, then renames: a reader never sees half a file. */
export function writeWholeFile(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** A value as run folders have it: JSON, indented, with blanks behind it where room is kept. */
export const jsonText = (value: unknown, room = 0) => `${JSON.stringify(value, null, 2)}${" ".repeat(room)}\n`;
