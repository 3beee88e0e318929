import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "../core/errors.js";

/**
 * Makes a folder and those above it that are missing. Gives the first it made; undefined where it was there. Step by
 * step: where a parent exists but takes no folders (/proc), Node's own recursion never ends. Throws UsageError.
 */
export function makeFolder(path: string): string | undefined {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw new UsageError(`${path} is a file, not a folder`, HINT);
    return undefined;
  }
  const above = dirname(path) === path ? undefined : makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new UsageError(`${path} is no place for a folder (${code})`, HINT);
  }
  return above ?? path;
}

const HINT = "name another folder";
