/** Something wrong in a file: where, what, and how to mend it. */
export interface Problem {
  file: string;
  line: number | null;
  column: number | null;
  /** Where in the file's tree: `facts[3].slot`. */
  path: string;
  message: string;
  hint: string | null;
  severity: "error" | "warning";
}

/** `file:line:column path: message (hint)`, as editors can follow it. */
export function describe({ file, line, column, path, message, hint, severity }: Problem): string {
  const place = [file, line, column].filter((part) => part !== null).join(":");
  return `${place} ${severity}: ${path === "" ? "" : `${path}: `}${message}${hint === null ? "" : ` (${hint})`}`;
}

/** A problem of a file or folder as a whole, where no line is to blame. */
export function wholeFile(file: string, message: string, hint: string | null = null): Problem {
  return { file, line: null, column: null, path: "", message, hint, severity: "error" };
}
