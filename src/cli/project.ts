import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../core/errors.js";
import type { Checked } from "../store/checked.js";
import { describe, type Problem } from "../store/problem.js";
import { FOLDERS, type Loaded, loadWorld } from "../store/world.js";
import { isTaken } from "../store/yamlFolder.js";

/** The folder of the package itself, with the shipped personas and scenarios. */
export const PACKAGE_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The nearest folder, upwards, that has personas or scenarios; the package's own where there is none. */
export function projectRoot(from = process.cwd()): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (isProject(folder)) return folder;
    if (dirname(folder) === folder) return PACKAGE_ROOT;
  }
}

/** Whether a folder is meant as a project. One of the two folders will do: who has one misses the other. */
export function isProject(folder: string): boolean {
  return isTaken(join(folder, FOLDERS.personas)) || isTaken(join(folder, FOLDERS.scenarios));
}

/** Says on stderr where no project is there and the shipped one is taken: a folder of another name would go unnoticed. */
export function sayWhereShipped(root: string): void {
  const inside = !relative(PACKAGE_ROOT, process.cwd()).startsWith("..");
  if (root === PACKAGE_ROOT && !inside)
    process.stderr.write(
      "no personas/ and scenarios/ here: the shipped ones are taken (`dramatis init` makes your own)\n",
    );
}

/** The project of the current folder, with the people of a folder of it. Throws UsageError with every error in it. */
export function openProject(root = projectRoot(), people?: string): Loaded & { root: string } {
  const loaded = loadWorld(root, people);
  refuse(loaded.problems);
  return { ...loaded, root };
}

/** The data of a file. Throws UsageError with all that is wrong with it. */
export function dataOf<T>(read: Checked<T>): T {
  if ("data" in read) return read.data;
  throw faulty(read.problems);
}

/** Throws UsageError where there are errors among the problems. */
export function refuse(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw faulty(errors);
}

const faulty = (errors: readonly Problem[]) => new UsageError(errors.map(describe).join("\n"), "nothing was written");
