import type { Fragment } from "../schema/persona.js";
import type { Problem } from "./problem.js";
import type { YamlFile } from "./yamlFile.js";

type Tree = Record<string, unknown>;

/**
 * A persona with the fragments it extends merged in, in their order. Lists append without duplicates, mappings merge,
 * and a value given twice is an error unless the persona's `override` names its path.
 */
export function withFragments(
  file: YamlFile,
  fragments: ReadonlyMap<string, Fragment>,
): { data: unknown; problems: Problem[] } {
  const persona = file.data as Tree;
  const wanted = Array.isArray(persona.extends) ? persona.extends.map(String) : [];
  if (wanted.length === 0) return { data: persona, problems: [] };
  const problems: Problem[] = [];
  const override = new Set(Array.isArray(persona.override) ? persona.override.map(String) : []);
  let merged: Tree = {};
  for (const id of wanted) {
    const fragment = fragments.get(id);
    if (!fragment)
      problems.push(
        file.problem(
          ["extends"],
          `no fragment '${id}'`,
          `fragments: ${[...fragments.keys()].join(", ") || "none in personas/fragments"}`,
        ),
      );
    else merged = merge(merged, partsOf(fragment), "", (path) => problems.push(clash(file, path, id)), override);
  }
  const own = merge(merged, persona, "", (path) => problems.push(clash(file, path, wanted.join(", "))), override);
  return { data: own, problems };
}

function partsOf({ schema: _, id: __, ...parts }: Fragment): Tree {
  return parts;
}

function clash(file: YamlFile, path: string, fragment: string): Problem {
  return file.problem(
    path.split("."),
    `is also given by ${fragment}`,
    `add '${path}' to override to let the persona's own value win`,
  );
}

function merge(
  base: Tree,
  over: Tree,
  at: string,
  clashes: (path: string) => void,
  override: ReadonlySet<string>,
): Tree {
  const result: Tree = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const path = at === "" ? key : `${at}.${key}`;
    const before = result[key];
    if (before === undefined || override.has(path)) result[key] = value;
    else if (Array.isArray(before) && Array.isArray(value)) result[key] = appended(before, value);
    else if (isTree(before) && isTree(value)) result[key] = merge(before, value, path, clashes, override);
    else if (JSON.stringify(before) !== JSON.stringify(value)) clashes(path);
  }
  return result;
}

function appended(first: readonly unknown[], second: readonly unknown[]): unknown[] {
  const seen = new Set(first.map((entry) => JSON.stringify(entry)));
  return [...first, ...second.filter((entry) => !seen.has(JSON.stringify(entry)))];
}

const isTree = (value: unknown): value is Tree => value !== null && typeof value === "object" && !Array.isArray(value);
