import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "../core/errors.js";
import type { World } from "../core/world.js";
import type { Suite } from "../schema/suite.js";
import { loadSuite } from "../store/suite.js";
import { missingFolders } from "../store/world.js";
import { dataOf, refuse } from "./project.js";
import { SUITE_WORDS } from "./suiteWords.js";

/** The suite in a file, over a project. Throws UsageError with all that is wrong. */
export function suiteIn({ root, world }: { root: string; world: World }, path: string): Suite {
  const near = relative(process.cwd(), path);
  return dataOf(loadSuite(path, world, { ...SUITE_WORDS, root }, near.startsWith("..") ? path : near));
}

/**
 * The file of a suite, by its path or its name; without either the demo, or the only one there is. Throws UsageError
 * where there is none.
 */
export function suitePath(root: string, name: string | undefined): string {
  if (name !== undefined && existsSync(name)) return name;
  const folder = join(root, "scenarios");
  const suites = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".suite.yaml")) : [];
  const wanted = name === undefined ? usual(suites) : `${name}.suite.yaml`;
  if (wanted !== undefined && suites.includes(wanted)) return join(folder, wanted);
  refuse(missingFolders(root));
  const known = suites.map((file) => file.replace(".suite.yaml", "")).join(", ") || "none";
  throw new UsageError(
    name === undefined ? "which suite?" : `no suite '${name}'`,
    `suites in ${folder}: ${known}; or give the path of a file`,
  );
}

function usual(suites: readonly string[]): string | undefined {
  if (suites.includes("demo.suite.yaml")) return "demo.suite.yaml";
  return suites.length === 1 ? suites[0] : undefined;
}
