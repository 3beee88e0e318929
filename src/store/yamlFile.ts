import { readFileSync, statSync } from "node:fs";
import { isNode, LineCounter, parseDocument, visit, type Document as YamlDocument } from "yaml";
import type { Problem } from "./problem.js";

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
  const text = readText(path, file);
  if (typeof text !== "string") return text;
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), {
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
  });
  const broken = [
    ...document.errors.map(({ pos, message, code }) => ({ offset: pos[0], message: firstLine(message), code })),
    ...unresolvedAliases(document),
  ].map(({ offset, message, code }): Problem => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col, path: "", message, hint: hintFor(code), severity: "error" };
  });
  if (broken.length > 0) return broken;
  try {
    const data: unknown = document.toJS({ maxAliasCount: 50 });
    if (data === null || data === undefined)
      return [whole(file, "the file is empty", "start with `schema: dramatis/persona@1` or see `dramatis init`")];
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

/** Aliases that name no anchor before them: mostly a value that begins with an asterisk. */
function unresolvedAliases(document: YamlDocument): { offset: number; message: string; code: string }[] {
  const found: { offset: number; message: string; code: string }[] = [];
  const anchors = new Set<string | undefined>();
  visit(document, {
    Value(_, { anchor }) {
      anchors.add(anchor);
    },
    Alias(_, { source, range }) {
      const message = `nothing is anchored as &${source}`;
      if (!anchors.has(source)) found.push({ offset: range?.[0] ?? 0, message, code: "BAD_ALIAS" });
    },
  });
  return found;
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

/** Where the part at a path starts; of a missing part, where what should hold it starts. */
function offsetOf(document: YamlDocument, where: readonly PropertyKey[]): number {
  for (let depth = where.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(where.slice(0, depth) as unknown[], true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
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

function hintFor(code: string): string | null {
  if (code === "TAB_AS_INDENT") return "indent with spaces";
  if (code === "DUPLICATE_KEY") return "keep one of the two";
  if (code === "BAD_ALIAS") return "quote a value that starts with * or &";
  return null;
}

const firstLine = (text: string) => text.split("\n")[0] ?? "";
