import { basename, join } from "node:path";
import { COMPUTED } from "../core/estimates/computed.js";
import { personasOf, scenariosOf } from "../core/plan.js";
import { POWER, powerIn } from "../core/threshold.js";
import type { World } from "../core/world.js";
import { codePlace, isCode } from "../schema/external.js";
import { assistantNameOf, type Suite, suite } from "../schema/suite.js";
import { type Checked, checked } from "./checked.js";
import { codeFault } from "./codeFiles.js";
import { knownWords } from "./nearest.js";
import type { Problem } from "./problem.js";
import { FOLDERS, type Loaded, loadWorld } from "./world.js";
import { readYaml, type YamlFile } from "./yamlFile.js";
import { isTaken, yamlFilesIn } from "./yamlFolder.js";

/** What a suite may name beside what its world has. */
export interface Words {
  techniques: readonly string[];
  /** The folder that paths of code begin in. */
  root?: string;
  /** Ids of scorers: what a threshold may bound. */
  scorers: readonly string[];
  /** What may stand for scorers: ids and families. */
  scorerWords: readonly string[];
  /** Rubrics that have a scorer. */
  judges: readonly string[];
}

/** A suite from its file, or what is wrong with it. Problems name the file as `shown`. */
export function loadSuite(path: string, world: World, words: Words, shown = path): Checked<Suite> {
  const file = readYaml(path, shown);
  if (Array.isArray(file)) return { problems: file };
  const read = checked(file, suite);
  if ("problems" in read) return read;
  const problems = unknownWords(read.data, file, world, words);
  return problems.length > 0 ? { problems } : read;
}

type Expect = (word: string, known: readonly string[], path: readonly PropertyKey[], what: string) => Problem[];

function unknownWords(asked: Suite, file: YamlFile, world: World, words: Words): Problem[] {
  const expect: Expect = (word, known, path, what) =>
    known.includes(word) ? [] : [file.problem(path, `no ${what} '${word}'`, knownWords(word, known))];
  const among = (list: readonly string[] | undefined, known: readonly string[], key: string, what: string) =>
    (list ?? []).flatMap((word, index) => expect(word, known, [key, index], what));
  return [
    ...unknownTasks(asked, world, expect),
    ...asked.assistants.flatMap(({ technique }, index) =>
      expect(technique, words.techniques, ["assistants", index, "technique"], "technique"),
    ),
    ...missingCode(asked, file, words),
    ...among(asked.scorers, words.scorerWords, "scorers", "scorer"),
    ...among(asked.judges, words.judges, "judges", "judge"),
    ...unknownBounds(asked, file, words, expect),
  ];
}

function unknownTasks(asked: Suite, world: World, expect: Expect): Problem[] {
  const people = Object.keys(world.personas);
  const scenarios = Object.keys(world.scenarios);
  if (asked.tasks)
    return asked.tasks.flatMap(({ persona, scenario }, index) => [
      ...expect(persona, people, ["tasks", index, "persona"], "persona"),
      ...expect(scenario, scenarios, ["tasks", index, "scenario"], "scenario"),
    ]);
  return [
    ...personasOf(asked, world).flatMap((id, index) => expect(id, people, ["personas", index], "persona")),
    ...scenariosOf(asked, world).flatMap((id, index) => expect(id, scenarios, ["scenarios", index], "scenario")),
  ];
}

function missingCode({ assistants }: Suite, file: YamlFile, { root }: Words): Problem[] {
  return assistants.flatMap((spec, index) => {
    const arm = assistantNameOf(spec);
    const fault = root !== undefined && isCode(arm) ? codeFault(root, codePlace(arm).file) : null;
    if (fault === null) return [];
    const path = ["assistants", index, "model"];
    return [file.problem(path, `${codePlace(arm).file} ${fault}`, `paths of code begin in ${root}`)];
  });
}

function unknownBounds({ thresholds, assistants, repeats }: Suite, file: YamlFile, words: Words, expect: Expect) {
  const bounded = [...words.scorers, ...Object.keys(COMPUTED)];
  const arms = assistants.map((spec) => assistantNameOf(spec).id);
  return thresholds.flatMap(({ scorer, assistant }, index): Problem[] => {
    const [path, power] = [["thresholds", index, "scorer"], powerIn(scorer)];
    const powers = `${POWER}k with k from 1 to ${repeats}, the repeats of the suite`;
    const tooHigh =
      power !== null && power > repeats ? [file.problem(path, `no number '${scorer}'`, `there is: ${powers}`)] : [];
    return [
      ...(power === null ? expect(scorer, bounded, path, "scorer") : tooHigh),
      ...expect(assistant, arms, ["thresholds", index, "assistant"], "assistant"),
    ];
  });
}

/** The folder that a suite takes its people from; undefined for the project's own, and where the file says nothing sound. */
export function peopleFolderOf(path: string): string | undefined {
  const file = readYaml(path, path);
  if (Array.isArray(file)) return undefined;
  const read = suite.shape.personas_in.safeParse((file.data as { personas_in?: unknown }).personas_in);
  return read.success ? read.data : undefined;
}

/** The folders that people of a project are in: its own, and those there are of what its suites name, by code point. */
export function peopleFolders(root: string): string[] {
  const named = suitesIn(root).flatMap((path) => peopleFolderOf(path) ?? []);
  const others = [...new Set(named)].filter((folder) => folder !== FOLDERS.personas && isTaken(join(root, folder)));
  return [FOLDERS.personas, ...others.sort()];
}

function suitesIn(root: string): string[] {
  const files = yamlFilesIn(root, FOLDERS.scenarios);
  return Array.isArray(files) ? files.filter((path) => path.endsWith(".suite.yaml")) : [];
}

/** What is wrong with any suite of a project, and with the people it brings along. */
export function suiteProblems(root: string, world: World, words: Words): Problem[] {
  const worlds = new Map<string, Loaded>();
  return suitesIn(root).flatMap((path) => {
    const folder = peopleFolderOf(path);
    const loaded = folder === undefined ? undefined : (worlds.get(folder) ?? loadWorld(root, folder));
    const first = folder !== undefined && !worlds.has(folder);
    if (folder !== undefined && loaded) worlds.set(folder, loaded);
    const read = loadSuite(path, loaded?.world ?? world, words, `scenarios/${basename(path)}`);
    return [...(first ? (loaded?.problems ?? []) : []), ...("problems" in read ? read.problems : [])];
  });
}
