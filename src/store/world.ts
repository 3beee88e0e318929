import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { z } from "zod";
import { splitSlot, type World } from "../core/world.js";
import { catalog } from "../schema/catalog.js";
import { fragment, persona } from "../schema/persona.js";
import { scenario } from "../schema/scenario.js";
import { slotFile } from "../schema/slot.js";
import { type Checked, checked } from "./checked.js";
import { documentTwins } from "./documentTwins.js";
import { type Tree, withFragments } from "./fragments.js";
import { type Problem, wholeFile } from "./problem.js";
import { referenceProblems } from "./references.js";
import { readYaml, type YamlFile } from "./yamlFile.js";
import { isTaken, yamlFilesIn } from "./yamlFolder.js";

/** Everything below a project's folders, with the files it came from and what is wrong with them. */
export interface Loaded {
  world: World;
  /** By kind and id: `persona mara`. */
  files: ReadonlyMap<string, YamlFile>;
  /** SHA-256 by path. */
  hashes: Record<string, string>;
  problems: Problem[];
}

/** Where each kind of file lives, below the root of a project. */
export const FOLDERS = {
  slots: "scenarios/slots",
  catalogs: "scenarios/catalogs",
  scenarios: "scenarios",
  personas: "personas",
  fragments: "personas/fragments",
};

/**
 * Loads a project, with the people of one folder below it. Problems are collected, never thrown; what has none is in the
 * world.
 */
export function loadWorld(root: string, people = FOLDERS.personas): Loaded {
  const problems = missingFolders(root, people);
  const files = new Map<string, YamlFile>();
  const hashes: Record<string, string> = {};
  const read = (folder: string) =>
    listed(root, folder, problems).flatMap((path) => opened(root, path, problems, hashes));
  const keep = <T extends { id: string }>(kind: string, file: YamlFile, thing: T, into: Record<string, T>) => {
    const before = files.get(`${kind} ${thing.id}`);
    if (before)
      problems.push(file.problem(["id"], `the ${kind} '${thing.id}' is also in ${before.file}`, "ids are unique"));
    files.set(`${kind} ${thing.id}`, file);
    into[thing.id] = thing;
  };
  const load = <S extends z.ZodType<{ id: string }>>(
    kind: string,
    file: YamlFile,
    schema: S,
    into: Record<string, z.output<S>>,
  ): z.output<S> | null => {
    const thing = good(checked(file, schema), problems);
    if (thing) keep(kind, file, thing, into);
    return thing;
  };
  const world = { slots: {}, matches: {}, personas: {}, scenarios: {}, catalogs: {} };

  for (const file of read(FOLDERS.slots)) {
    for (const slot of good(checked(file, slotFile), problems) ?? []) {
      const { spoken, matches } = splitSlot(slot);
      keep("slot", file, spoken, world.slots);
      Object.assign(world.matches, { [slot.id]: matches });
    }
  }
  const fragments = new Map<string, Tree>();
  for (const file of read(FOLDERS.fragments)) {
    const part = load("fragment", file, fragment, {});
    if (part) fragments.set(part.id, file.data as Tree);
  }
  for (const file of read(FOLDERS.catalogs)) load("catalog", file, catalog, world.catalogs);
  // What names a slot or an item of a broken file would only repeat what is wrong with that file.
  const incomplete = problems.some(({ severity }) => severity === "error");
  for (const file of read(FOLDERS.scenarios))
    if (!file.file.endsWith(".suite.yaml")) load("scenario", file, scenario, world.scenarios);
  for (const file of read(people)) {
    const merged = withFragments(file, fragments);
    problems.push(...merged.problems);
    const person = load("persona", { ...file, data: merged.data }, persona, world.personas);
    if (person) problems.push(...documentTwins(person, file));
  }
  if (!incomplete) problems.push(...referenceProblems(world, files));
  return { world, files, hashes, problems };
}

/** Of the two main folders neither may be missing: what is left would not be what was meant. */
export function missingFolders(root: string, people = FOLDERS.personas): Problem[] {
  const hint =
    people === FOLDERS.personas
      ? "a project has personas/ and scenarios/"
      : `populate writes it: dramatis populate <file> --out ${people}`;
  return [people, FOLDERS.scenarios].flatMap((folder) =>
    isTaken(join(root, folder)) ? [] : [wholeFile(folder, `is missing in ${root}`, hint)],
  );
}

function listed(root: string, folder: string, problems: Problem[]): string[] {
  const files = yamlFilesIn(root, folder);
  if (Array.isArray(files)) return files;
  problems.push(files);
  return [];
}

function opened(root: string, path: string, problems: Problem[], hashes: Record<string, string>): YamlFile[] {
  const name = relative(root, path).split(sep).join("/");
  const file = readYaml(path, name);
  if (Array.isArray(file)) {
    problems.push(...file);
    return [];
  }
  hashes[name] = createHash("sha256").update(readFileSync(path)).digest("hex");
  return [file];
}

function good<T>(result: Checked<T>, problems: Problem[]): T | null {
  if ("data" in result) return result.data;
  problems.push(...result.problems);
  return null;
}
