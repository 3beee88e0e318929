import { type Document, type ErrorCode, isCollection, visit, type YAMLParseError } from "yaml";

/** Something that is no YAML: where, what, and how to mend it. */
interface YamlError {
  offset: number;
  message: string;
  hint: string | null;
}

/** What is wrong with a document before anyone looks at its data, in the words of who writes the file. */
export function yamlErrors(document: Document, text: string): YamlError[] {
  const tabs = document.errors.filter(({ code }) => code === "TAB_AS_INDENT");
  const deep = document.errors.filter(isTooDeep).slice(0, 1);
  // After a tab, or where it gives up, the parser misreads what follows, too.
  const telling = [tabs, deep].find((errors) => errors.length > 0) ?? document.errors;
  const parsed = telling.map((error) => {
    const [message, hint] = inWords(error, text);
    return { offset: error.pos[0], message, hint };
  });
  return [...parsed, ...wrongAliases(document)];
}

/** Aliases that name no anchor before them, mostly a value that begins with an asterisk; and those inside their own. */
function wrongAliases(document: Document): YamlError[] {
  const found: YamlError[] = [];
  const anchors = new Set<string | undefined>();
  visit(document, {
    Value(_, { anchor }) {
      anchors.add(anchor);
    },
    Alias(_, { source, range }, path) {
      const offset = range?.[0] ?? 0;
      const inside = path.some((node) => isCollection(node) && node.anchor === source);
      if (inside)
        found.push({ offset, message: `*${source} stands inside &${source}`, hint: "write out what is meant" });
      else if (!anchors.has(source))
        found.push({ offset, message: `nothing is anchored as &${source}`, hint: HINTS.BAD_ALIAS ?? null });
    },
  });
  return found;
}

/** Where the first alias of a document stands. */
export function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias(_, { range }) {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function inWords({ code, message, pos }: YAMLParseError, text: string): [message: string, hint: string | null] {
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
  if (isTooDeep({ message })) return ["is nested too deeply", "write it flatter"];
  return [first, HINTS[code] ?? null];
}

const isTooDeep = ({ message }: { message: string }) => message.includes("call stack");

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
