import { lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Problem, wholeFile } from "./problem.js";
import { unreadable } from "./unreadable.js";

/**
 * The YAML files directly in a folder of a project, in order of their names by code point. A folder that is not there
 * has none; what stands in its place but is no folder is a problem.
 */
export function yamlFilesIn(root: string, folder: string): string[] | Problem {
  const path = join(root, folder);
  if (!isTaken(path)) return [];
  try {
    if (!statSync(path).isDirectory()) return wholeFile(folder, "is a file, not a folder");
    const names = readdirSync(path).filter((name) => /\.ya?ml$/.test(name));
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    const dangling = (error as NodeJS.ErrnoException).code === "ENOENT";
    return wholeFile(folder, dangling ? "is a link that leads nowhere" : unreadable(error));
  }
}

/** Whether anything has that path, a link that leads nowhere included. */
export function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
