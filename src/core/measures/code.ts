/** A language whose imports can be read. */
type Language = "python" | "typescript";

/** The language of a piece of code by its own marks; null where it is another or none. */
export function languageOf(text: string): Language | null {
  if (SHELL.test(text)) return null;
  if (TYPESCRIPT.some((mark) => mark.test(text))) return "typescript";
  return PYTHON.some((mark) => mark.test(text)) ? "python" : null;
}

/** Whether a text is code or a sheet's formulas rather than prose. */
export function isCode(text: string): boolean {
  return SHELL.test(text) || FORMULA.test(text) || languageOf(text) !== null;
}

/** Code without what it says to people: strings on one line, then remarks after `#` or `//`. */
export function withoutTexts(code: string): string {
  return code.replace(STRING, '""').replace(REMARK, "");
}

const SHELL = /^#!.*\b(?:ba|z|da|k)?sh\b/;
const FORMULA = /^[A-Z]{1,2}\d{1,4}:? *=?.*=[A-Z]+\(/m;
const TYPESCRIPT = [
  /^\s*(?:import|export)\b[^'"\n]*['"][^'"\n]+['"];?\s*$/m,
  /^\s*(?:export\s+)?(?:const|let|var)\s+[\w{[][^\n]*=/m,
  /^\s*(?:export\s+)?(?:async\s+)?function\b[^\n]*\{\s*$/m,
  /^\s*(?:export\s+)?(?:interface|type)\s+\w+[^\n]*[{=]/m,
];
const PYTHON = [
  /^\s*import\s+\w[\w.]*(?:\s+as\s+\w+)?(?:\s*,\s*\w[\w.]*(?:\s+as\s+\w+)?)*\s*(?:#.*)?$/m,
  /^\s*from\s+[\w.]+\s+import\s+[\w*(]/m,
  /^\s*(?:async\s+)?def\s+\w+\(.*:\s*(?:#.*)?$/m,
  /^\s*(?:for\s.+\sin\s.+|if\s.+|while\s.+|with\s.+\sas\s\w+|class\s\w+.*|try):[ \t]*(?:#.*)?\n[ \t]+[\w@"']/m,
];
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`/g;
const REMARK = /(?:#|\/\/).*$/gm;
