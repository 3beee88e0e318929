import type { Problem } from "./problem.js";
import type { YamlFile } from "./yamlFile.js";

/** A mapping as it is written, before any default is filled in. */
export type Tree = Record<string, unknown>;

/**
 * A persona with the fragments it extends merged in, in their order, after its own parts: so what is wrong in those is
 * found at their place in its file. Lists append without duplicates, mappings merge, and a value given twice is an
 * error unless the persona's `override` names its path.
 */
export function withFragments(
  file: YamlFile,
  fragments: ReadonlyMap<string, Tree>,
): { data: unknown; problems: Problem[] } {
  const persona = file.data as Tree;
  const problems: Problem[] = [];
  const override = new Set(wordsIn(persona.override));
  let merged = persona;
  for (const id of wordsIn(persona.extends)) {
    const fragment = fragments.get(id);
    if (fragment)
      merged = merge(merged, partsOf(fragment), "", (path) => problems.push(clash(file, path, id)), override);
    else problems.push(unknown(file, id, fragments));
  }
  return { data: merged, problems };
}

function partsOf(fragment: Tree): Tree {
  const entries = Object.entries(fragment);
  return Object.fromEntries(entries.filter(([key]) => key !== "schema" && key !== "id" && !key.startsWith("x-")));
}

function clash(file: YamlFile, path: string, fragment: string): Problem {
  return file.problem(
    path.split("."),
    `is also given by ${fragment}`,
    `add '${path}' to override to let the persona's own value win`,
  );
}

function unknown(file: YamlFile, id: string, fragments: ReadonlyMap<string, Tree>): Problem {
  const known = [...fragments.keys()].join(", ") || "none in personas/fragments";
  return file.problem(["extends"], `no fragment '${id}'`, `fragments: ${known}`);
}

/** The first tree with what the second adds to it. */
function merge(
  own: Tree,
  added: Tree,
  at: string,
  clashes: (path: string) => void,
  override: ReadonlySet<string>,
): Tree {
  const result: Tree = { ...own };
  for (const [key, value] of Object.entries(added)) {
    const path = at === "" ? key : `${at}.${key}`;
    const before = result[key];
    if (before === undefined) result[key] = value;
    else if (override.has(path)) continue;
    else if (Array.isArray(before) && Array.isArray(value)) result[key] = appended(before, value);
    else if (isTree(before) && isTree(value)) result[key] = merge(before, value, path, clashes, override);
    else if (!alike(before, value)) clashes(path);
  }
  return result;
}

function appended(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  return [...first, ...second.filter((entry) => !first.some((before) => alike(before, entry)))];
}

/** The words of a list; what is no word is for the schema to tell. */
const wordsIn = (value: unknown) =>
  Array.isArray(value) ? value.filter((word): word is string => typeof word === "string") : [];
const isTree = (value: unknown): value is Tree => value !== null && typeof value === "object" && !Array.isArray(value);
/** The same, whatever order their keys stand in. */
const alike = (one: unknown, other: unknown) => sorted(one) === sorted(other);
const sorted = (value: unknown) =>
  JSON.stringify(value, (_, part) =>
    isTree(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
