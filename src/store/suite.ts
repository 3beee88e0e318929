import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { personasOf, scenariosOf } from "../core/plan.js";
import type { World } from "../core/world.js";
import { type Suite, suite } from "../schema/suite.js";
import { checked } from "./checked.js";
import { knownWords } from "./nearest.js";
import type { Problem } from "./problem.js";
import { readYaml } from "./yamlFile.js";

/** A suite from its file, or what is wrong with it. `techniques` and `scorers` are the ids there are; problems name the file as `shown`. */
export function loadSuite(
  path: string,
  world: World,
  techniques: readonly string[],
  scorers: readonly string[],
  shown = path,
): Suite | Problem[] {
  const file = readYaml(path, shown);
  if (Array.isArray(file)) return file;
  const read = checked(file, suite);
  if (Array.isArray(read)) return read;
  const problems: Problem[] = [];
  const expect = (word: string, known: readonly string[], path: readonly PropertyKey[], what: string) => {
    if (!known.includes(word)) problems.push(file.problem(path, `no ${what} '${word}'`, knownWords(word, known)));
  };
  personasOf(read, world).forEach((id, index) =>
    expect(id, Object.keys(world.personas), ["personas", index], "persona"),
  );
  scenariosOf(read, world).forEach((id, index) =>
    expect(id, Object.keys(world.scenarios), ["scenarios", index], "scenario"),
  );
  read.assistants.forEach(({ technique }, index) =>
    expect(technique, techniques, ["assistants", index, "technique"], "technique"),
  );
  read.scorers?.forEach((id, index) => expect(id, scorers, ["scorers", index], "scorer"));
  read.thresholds.forEach(({ scorer }, index) => {
    const known = [...scorers, "comparison.gain", "comparison.specificity"];
    expect(scorer, known, ["thresholds", index, "scorer"], "scorer");
  });
  return problems.length > 0 ? problems : read;
}

/** What is wrong with any suite of a project. */
export function suiteProblems(
  root: string,
  world: World,
  techniques: readonly string[],
  scorers: readonly string[],
): Problem[] {
  const folder = join(root, "scenarios");
  const suites = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".suite.yaml")) : [];
  return suites.flatMap((name) => {
    const read = loadSuite(join(folder, name), world, techniques, scorers, `scenarios/${name}`);
    return Array.isArray(read) ? read : [];
  });
}
