import { resolve } from "node:path";
import { SCHEMAS, WRITTEN } from "../schema/registry.js";
import { checked } from "./checked.js";
import { kindOf } from "./explain.js";
import { knownWords } from "./nearest.js";
import type { Problem } from "./problem.js";
import { readYaml, type YamlFile } from "./yamlFile.js";

/** What is wrong with one file by itself: a list is taken for slots, anything else for what its `schema` says. */
export function checkFile(path: string): Problem[] {
  const file = readYaml(resolve(path), path);
  if (Array.isArray(file)) return file;
  if (typeof file.data !== "object")
    return [file.problem([], "is not a mapping", "start with `schema: dramatis/persona@1` or see `dramatis init`")];
  const kind = Array.isArray(file.data) ? "slots" : kindNamed(file);
  if (kind === undefined) return [unknownKind(file)];
  const result = checked(file, SCHEMAS[kind]);
  return "problems" in result ? result.problems : [];
}

/** The kinds of files that say which they are. */
const NAMED = WRITTEN.filter((kind) => kind !== "slots");

const schemaIn = ({ data }: YamlFile) => (data as { schema?: unknown }).schema;

function kindNamed(file: YamlFile) {
  const [, word] = /^dramatis\/(\w+)@/.exec(wordIn(file)) ?? [];
  return NAMED.find((kind) => kind === word);
}

function wordIn(file: YamlFile): string {
  const schema = schemaIn(file);
  return typeof schema === "string" ? schema : "";
}

function unknownKind(file: YamlFile): Problem {
  const schema = schemaIn(file);
  const known = NAMED.map((kind) => `dramatis/${kind}@1`);
  return file.problem(
    ["schema"],
    schema === undefined ? "is missing" : `is ${kindOf(schema)}`,
    knownWords(wordIn(file), known),
  );
}
