import { resolve } from "node:path";
import { SCHEMAS } from "../schema/registry.js";
import { checked } from "./checked.js";
import { knownWords } from "./nearest.js";
import type { Problem } from "./problem.js";
import { readYaml } from "./yamlFile.js";

const KINDS = {
  persona: SCHEMAS.persona,
  fragment: SCHEMAS.fragment,
  catalog: SCHEMAS.catalog,
  scenario: SCHEMAS.scenario,
  suite: SCHEMAS.suite,
};

/** What is wrong with one file by itself: a list is taken for slots, anything else for what its `schema` says. */
export function checkFile(path: string): Problem[] {
  const file = readYaml(resolve(path), path);
  if (Array.isArray(file)) return file;
  if (Array.isArray(file.data)) return onlyProblems(checked(file, SCHEMAS.slots));
  if (typeof file.data !== "object")
    return [file.problem([], "is not a mapping", "start with `schema: dramatis/persona@1` or see `dramatis init`")];
  const name = String((file.data as { schema?: unknown }).schema ?? "");
  const kind = /^dramatis\/(\w+)@/.exec(name)?.[1] ?? "";
  if (!(kind in KINDS))
    return [
      file.problem(
        ["schema"],
        name === "" ? "is missing" : `is '${name}'`,
        knownWords(
          name,
          Object.keys(KINDS).map((one) => `dramatis/${one}@1`),
        ),
      ),
    ];
  return onlyProblems(checked(file, KINDS[kind as keyof typeof KINDS]));
}

function onlyProblems(result: unknown): Problem[] {
  return Array.isArray(result)
    ? result.filter((entry): entry is Problem => typeof entry === "object" && entry !== null && "severity" in entry)
    : [];
}
