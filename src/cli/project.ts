import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../core/errors.js";
import type { Problem } from "../store/problem.js";
import { describe } from "../store/problem.js";
import { type Loaded, loadWorld } from "../store/world.js";

/** The folder of the package itself, with the shipped personas and scenarios. */
export const PACKAGE_ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The nearest folder, upwards, that has personas and scenarios; the package's own where there is none. */
export function projectRoot(from = process.cwd()): string {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "personas")) && existsSync(join(folder, "scenarios"))) return folder;
    if (dirname(folder) === folder) return PACKAGE_ROOT;
  }
}

/** The project of the current folder. Throws UsageError with every error in it. */
export function openProject(root = projectRoot()): Loaded & { root: string } {
  const loaded = loadWorld(root);
  refuse(loaded.problems);
  return { ...loaded, root };
}

/** Throws UsageError where there are errors among the problems. */
export function refuse(problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new UsageError(errors.map(describe).join("\n"), "nothing was written; `dramatis validate` shows all");
}
