import { createHash } from "node:crypto";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { unreadable } from "./unreadable.js";

/** Files whose names end so are code, and not what people write in YAML. */
export const isCodeFile = (name: string) => /\.m?[jt]s$/.test(name);

/** What is wrong with a file of code below a project's folder; null where it is there. Links may not lead out of the folder. */
export function codeFault(root: string, file: string): string | null {
  try {
    const place = realpathSync(join(root, file));
    if (nameBelow(root, place) === null) return `leads out of the project's folder, to ${place}`;
    return statSync(place).isFile() ? null : "is no file";
  } catch (error) {
    return unreadable(error);
  }
}

/**
 * SHA-256 of files of code and of what they import from files beside them, by path below the project's folder. What
 * cannot be read is left out, and so are libraries and what is imported by a name that is computed.
 */
export function codeHashes(root: string, files: readonly string[]): Record<string, string> {
  const hashes = new Map<string, string>();
  const open = [...files];
  for (let file = open.shift(); file !== undefined; file = open.shift()) {
    const text = hashes.has(file) ? null : textOf(root, file);
    if (text === null) continue;
    hashes.set(file, createHash("sha256").update(text).digest("hex"));
    open.push(...importsIn(root, file, text));
  }
  return Object.fromEntries([...hashes].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function textOf(root: string, file: string): string | null {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return null;
  }
}

const IMPORTED = /\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"'\n]+)["']/g;

function importsIn(root: string, file: string, text: string): string[] {
  const targets = [...text.matchAll(IMPORTED)].map(([, target]) => join(root, dirname(file), target as string));
  return targets.map((target) => nameBelow(root, target)).filter((name) => name !== null);
}

/** The path of a place below a folder, with slashes; null where it is not below it. */
function nameBelow(root: string, place: string): string | null {
  const name = [root, realpathSync(root)]
    .map((folder) => relative(folder, place))
    .find((one) => !/^\.\.(?:$|[\\/])/.test(one));
  return name === undefined || name === "" || /^([A-Za-z]:|[\\/])/.test(name) ? null : name.split(sep).join("/");
}
