import { isDeeper } from "../core/nesting.js";
import { type Problem, wholeFile } from "./problem.js";
import { LONGEST_ROW, type RawRow } from "./rows.js";
import { pathText, type YamlFile, yamlFrom } from "./yamlFile.js";

/** A row of a data set, with the places of its parts. */
export interface DataRow extends YamlFile {
  line: number;
  /** Where it stands in the file: `[3]`, or the key it has there. */
  at: string;
}

/** A row from its text. One that is no JSON is a problem, and no more: the next ones are read all the same. */
export function dataRow(raw: RawRow, index: number, file: string, layout: "list" | "entries"): DataRow | Problem {
  const { line } = raw;
  const problem = (at: string, message: string, hint: string | null): Problem => {
    return { ...wholeFile(file, message, hint), line, path: at };
  };
  const place = `[${index}]`;
  if (raw.text === null)
    return problem(place, "the row is too long", `a row has at most ${LONGEST_ROW / 1024 / 1024} MB`);
  const text = raw.text.replace(/^\uFEFF/, "").trim();
  try {
    const whole: unknown = JSON.parse(layout === "list" ? text : `{${text}}`);
    if (isDeeper(whole, DEEPEST)) return problem(place, "the row is nested too deep", `${DEEPEST} levels are read`);
    if (layout === "list") return placedRow(whole, text, { file, line, at: place, within: [] });
    const [[key, data] = ["", undefined]] = Object.entries(whole as object);
    return placedRow(data, text, { file, line, at: key, within: [key] });
  } catch (error) {
    return problem(place, `the row is no JSON: ${(error as Error).message}`, "mend it; the others are read");
  }
}

/** No data set has more; what looks into rows does so level by level, and would run out of stack. */
const DEEPEST = 200;

interface Where {
  file: string;
  line: number;
  at: string;
  /** The keys of the text above the row. */
  within: readonly string[];
}

/** JSON is YAML, so the parser that knows places tells the line; it is slow, and reads rows with problems only. */
function placedRow(data: unknown, text: string, { file, line, at, within }: Where): DataRow {
  return {
    ...{ file, line, at, data },
    problem(path, message, hint = null, severity = "error") {
      const parsed = yamlFrom(text, file);
      const inside = Array.isArray(parsed) ? null : parsed.problem([...within, ...path], message, hint, severity);
      const where = pathText(path);
      const full = where === "" || where.startsWith("[") ? `${at}${where}` : `${at}.${where}`;
      return { file, line: line + (inside?.line ?? 1) - 1, column: null, path: full, message, hint, severity };
    },
  };
}
