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

function unknownWords(asked: Suite, file: YamlFile, world: World, words: Words): Problem[] {
  const problems: Problem[] = [];
  const expect = (word: string, known: readonly string[], path: readonly PropertyKey[], what: string) => {
    if (!known.includes(word)) problems.push(file.problem(path, `no ${what} '${word}'`, knownWords(word, known)));
  };
  const people = Object.keys(world.personas);
  const scenarios = Object.keys(world.scenarios);
  asked.tasks?.forEach(({ persona, scenario }, index) => {
    expect(persona, people, ["tasks", index, "persona"], "persona");
    expect(scenario, scenarios, ["tasks", index, "scenario"], "scenario");
  });
  if (!asked.tasks) {
    personasOf(asked, world).forEach((id, index) => expect(id, people, ["personas", index], "persona"));
    scenariosOf(asked, world).forEach((id, index) => expect(id, scenarios, ["scenarios", index], "scenario"));
  }
  asked.assistants.forEach(({ technique }, index) =>
    expect(technique, words.techniques, ["assistants", index, "technique"], "technique"),
  );
  asked.assistants.forEach((spec, index) => {
    const arm = assistantNameOf(spec);
    const fault = words.root !== undefined && isCode(arm) ? codeFault(words.root, codePlace(arm).file) : null;
    if (fault !== null) {
      const hint = `paths of code begin in ${words.root}`;
      problems.push(file.problem(["assistants", index, "model"], `${codePlace(arm).file} ${fault}`, hint));
    }
  });
  asked.scorers?.forEach((word, index) => expect(word, words.scorerWords, ["scorers", index], "scorer"));
  asked.judges?.forEach((word, index) => expect(word, words.judges, ["judges", index], "judge"));
  const bounded = [...words.scorers, ...Object.keys(COMPUTED)];
  const powers = `${POWER}k with k from 1 to ${asked.repeats}, the repeats of the suite`;
  const arms = asked.assistants.map((spec) => assistantNameOf(spec).id);
  asked.thresholds.forEach(({ scorer, assistant }, index) => {
    const power = powerIn(scorer);
    if (power === null) expect(scorer, bounded, ["thresholds", index, "scorer"], "scorer");
    else if (power > asked.repeats)
      problems.push(file.problem(["thresholds", index, "scorer"], `no number '${scorer}'`, `there is: ${powers}`));
    expect(assistant, arms, ["thresholds", index, "assistant"], "assistant");
  });
  return problems;
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
