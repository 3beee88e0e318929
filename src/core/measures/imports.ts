import { builtinModules } from "node:module";
import { languageOf } from "./code.js";
import { PYTHON_MODULES } from "./pythonModules.js";

/**
 * How much a piece of Python or TypeScript takes from elsewhere: `none`, `few` for one or two packages, `any` for more.
 * The standard library and the code's own files are not elsewhere. Null for anything else.
 */
export function importedPackages(code: string): "none" | "few" | "any" | null {
  const language = languageOf(code);
  if (language === null) return null;
  const packages = language === "python" ? pythonPackages(code) : typescriptPackages(code);
  const count = new Set(packages).size;
  return count === 0 ? "none" : count <= 2 ? "few" : "any";
}

function pythonPackages(code: string): string[] {
  const whole = [...code.matchAll(/^\s*import\s+([^#\n]+)/gm)].flatMap(([, list = ""]) => list.split(","));
  const parts = [...code.matchAll(/^\s*from\s+([\w.]+)\s+import\b/gm)].map(([, name = ""]) => name);
  const names = [...whole, ...parts].map((name) => name.trim().split(/[.\s]/)[0] ?? "");
  return names.filter((name) => name !== "" && !PYTHON_MODULES.has(name));
}

function typescriptPackages(code: string): string[] {
  const named = [...code.matchAll(/(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']([^"'\n]+)["']/g)];
  const foreign = named.map(([, name = ""]) => name).filter((name) => !/^(?:[./~]|@\/|node:)/.test(name));
  const packages = foreign.map((name) =>
    name
      .split("/")
      .slice(0, name.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  return packages.filter((name) => !builtinModules.includes(name));
}
