import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import { type Problem, wholeFile } from "./problem.js";
import { readText } from "./textFile.js";
import { firstAlias, yamlErrors } from "./yamlErrors.js";

/** A parsed file with the places of its parts. */
export interface YamlFile {
  file: string;
  data: unknown;
  problem(path: readonly PropertyKey[], message: string, hint?: string | null, severity?: Problem["severity"]): Problem;
}

/** Reads and parses a YAML file. Never throws: what is wrong comes back as problems. */
export function readYaml(path: string, file: string): YamlFile | Problem[] {
  const read = readText(path, file);
  return typeof read === "string" ? yamlFrom(read, file) : [read];
}

/** Parses the text of a YAML file, as `readYaml` does. */
export function yamlFrom(read: string, file: string): YamlFile | Problem[] {
  const text = read.replace(/^\uFEFF/, "");
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const at = (offset: number, message: string, hint: string | null): Problem[] => {
    const { line, col } = lines.linePos(offset);
    return [{ file, line, column: col, path: "", message, hint, severity: "error" }];
  };
  const broken = yamlErrors(document, text).flatMap(({ offset, message, hint }) => at(offset, message, hint));
  if (broken.length > 0) return broken;
  const data = unfolded(document);
  if (data === TOO_MUCH) return at(firstAlias(document), "its aliases (*) unfold to too much", "write them out");
  if (data === null || data === undefined)
    return [wholeFile(file, "the file is empty", "start with `schema: dramatis/persona@1` or see `dramatis init`")];
  const deep = deepest(data, DEEPEST);
  if (deep) return at(offsetOf(document, deep), `is nested more than ${DEEPEST} levels deep`, "write it flatter");
  return {
    file,
    data,
    problem: (where, message, hint = null, severity = "error") =>
      placed(document, lines, file, where, message, hint, severity),
  };
}

const TOO_MUCH = Symbol("too much");

/** The data of a document; `TOO_MUCH` where a few lines of aliases would fill the memory. */
function unfolded(document: YamlDocument): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return TOO_MUCH;
  }
}

function placed(
  document: YamlDocument,
  lines: LineCounter,
  file: string,
  where: readonly PropertyKey[],
  message: string,
  hint: string | null,
  severity: Problem["severity"],
): Problem {
  const offset = offsetOf(document, where);
  const { line, col } = lines.linePos(offset);
  return { file, line, column: col, path: pathText(where), message, hint, severity };
}

/**
 * Where the part at a path starts, at its key where its parts begin on the next line; of a missing part, where what
 * should hold it starts.
 */
function offsetOf(document: YamlDocument, where: readonly PropertyKey[]): number {
  for (let depth = where.length; depth > 0; depth--) {
    const node = document.getIn(where.slice(0, depth) as unknown[], true);
    if (!isNode(node) || !node.range) continue;
    const below = isCollection(node) && !node.flow && depth === where.length;
    return (below ? keyOffset(document, where) : null) ?? node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: YamlDocument, where: readonly PropertyKey[]): number | null {
  const parent = where.length === 1 ? document.contents : document.getIn(where.slice(0, -1) as unknown[], true);
  if (!isMap(parent)) return null;
  const key = parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(where.at(-1)))?.key;
  return isScalar(key) ? (key.range?.[0] ?? null) : null;
}

/** `facts[3].slot` */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
}

/** Nobody writes deeper; what does would end the program. */
const DEEPEST = 64;

/** The path of the first part that is so many levels down; null where there is none. */
function deepest(data: unknown, levels: number): PropertyKey[] | null {
  if (data === null || typeof data !== "object") return null;
  if (levels === 0) return [];
  for (const [key, part] of Array.isArray(data) ? data.entries() : Object.entries(data)) {
    const below = deepest(part, levels - 1);
    if (below) return [key, ...below];
  }
  return null;
}
