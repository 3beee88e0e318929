import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./paths.js";

/** One file of `src`: its path below it, its text, and the same without comments and strings. */
export interface Source {
  path: string;
  text: string;
  code: string;
}

/** Every TypeScript file of `src`, in order of path. */
export function sources(): Source[] {
  const root = join(REPOSITORY, "src");
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
  return paths.sort().map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text, code: withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""') };
  });
}

/** What a file imports, statically or not, for values or for types. */
export function importsOf({ text }: Source): string[] {
  const code = withoutComments(text);
  const found = code.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, specifier]) => specifier as string);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1");
}
