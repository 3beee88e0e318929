import type { ErrorCode, YAMLParseError } from "yaml";

/** What YAML's parser found, in the words of who writes the file, and how to mend it. */
export function yamlError(
  { code, message, pos }: YAMLParseError,
  text: string,
): [message: string, hint: string | null] {
  const [first = ""] = message.split("\n");
  const [, closing] = /sufficiently indented and end with a (\S)/.exec(first) ?? [];
  if (closing)
    return [
      `what opened with ${OPENING[closing]} has no ${closing} before here`,
      `add ${closing}, or indent what is inside`,
    ];
  if (code === "DUPLICATE_KEY") {
    const key = /^[^:\n]*/.exec(text.slice(pos[0]))?.[0].trim();
    return [`'${key}' is given twice`, "keep one of the two"];
  }
  if (code === "MULTIPLE_DOCS")
    return ["a second document starts here", "one file is one document: take the line --- out"];
  if (/call stack/.test(first)) return ["is nested too deeply", "write it flatter"];
  return [first, HINTS[code] ?? null];
}

const OPENING: Readonly<Record<string, string>> = { "}": "{", "]": "[", '"': '"', "'": "'" };

const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  TAB_AS_INDENT: "indent with spaces",
  BAD_ALIAS: "quote a value that starts with * or &",
  BAD_SCALAR_START: "quote the value",
  BAD_DQ_ESCAPE: "in double quotes write \\\\ for a backslash, or use single quotes",
  BLOCK_AS_IMPLICIT_KEY: "quote text that holds a colon and a space",
  BAD_INDENT: "line it up with its neighbours",
  MISSING_CHAR: "check the quotes and brackets before here",
  UNEXPECTED_TOKEN: "check the quotes and brackets before here",
  MULTILINE_IMPLICIT_KEY: "a key ends with a colon; quote text that goes on over lines",
};
