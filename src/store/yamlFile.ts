import { readFileSync, statSync } from "node:fs";
import { isCollection, isMap, isNode, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import type { Problem } from "./problem.js";
import { yamlErrors } from "./yamlErrors.js";

/** A parsed file with the places of its parts. */
export interface YamlFile {
  file: string;
  data: unknown;
  problem(path: readonly PropertyKey[], message: string, hint?: string | null, severity?: Problem["severity"]): Problem;
}

/** Files people write are small; a larger one is a mistake or an attack. */
const LARGEST = 2 * 1024 * 1024;

/** Reads and parses a YAML file. Never throws: what is wrong comes back as problems. */
export function readYaml(path: string, file: string): YamlFile | Problem[] {
  const read = readText(path, file);
  if (typeof read !== "string") return read;
  const text = read.replace(/^\uFEFF/, "");
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: "error",
  });
  const broken = yamlErrors(document, text).map(({ offset, message, hint }): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path: "", message, hint, severity: "error" };
  });
  if (broken.length > 0) return broken;
  try {
    const data: unknown = document.toJS({ maxAliasCount: 50 });
    if (data === null || data === undefined)
      return [whole(file, "the file is empty", "start with `schema: dramatis/persona@1` or see `dramatis init`")];
    if (isDeeperThan(data, DEEPEST))
      return [whole(file, `is nested more than ${DEEPEST} levels deep, or refers to itself`, "write it flatter")];
    return {
      file,
      data,
      problem: (where, message, hint = null, severity = "error") =>
        placed(document, lines, file, where, message, hint, severity),
    };
  } catch (error) {
    return [whole(file, firstLine(String(error instanceof Error ? error.message : error)), "write the aliases out")];
  }
}

function readText(path: string, file: string): string | Problem[] {
  try {
    const about = statSync(path);
    if (about.isDirectory()) return [whole(file, "is a directory, not a YAML file", null)];
    if (about.size > LARGEST)
      return [
        whole(
          file,
          `has ${about.size} bytes; files may have ${LARGEST}`,
          "split it, or check that it is the file you mean",
        ),
      ];
    const bytes = readFileSync(path);
    if (bytes.includes(0)) return [whole(file, "is not text: it holds a zero byte", "save it as UTF-8 text")];
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return [whole(file, "does not exist", null)];
    if (code === "EACCES" || code === "EPERM") return [whole(file, "cannot be read: permission denied", null)];
    return [whole(file, error instanceof TypeError ? "is not UTF-8 text" : String(error), null)];
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

function whole(file: string, message: string, hint: string | null): Problem {
  return { file, line: null, column: null, path: "", message, hint, severity: "error" };
}

/** Nobody writes deeper; what does, or refers to itself, would end the program. */
const DEEPEST = 64;

function isDeeperThan(data: unknown, levels: number): boolean {
  if (data === null || typeof data !== "object") return false;
  return levels === 0 || Object.values(data).some((part) => isDeeperThan(part, levels - 1));
}

const firstLine = (text: string) => text.split("\n")[0] ?? "";
