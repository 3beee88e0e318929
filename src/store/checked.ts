import { z } from "zod";
import { explained, kindOf } from "./explain.js";
import { knownWords } from "./nearest.js";
import type { Problem } from "./problem.js";
import type { YamlFile } from "./yamlFile.js";

/** What a schema made of a file: its data, or at least one problem. */
export type Checked<T> = { data: T } | { problems: Problem[] };

/**
 * The data of a file by a schema, or what is wrong with it. Keys that start with `x-` are notes and left out, but for
 * what stands below the keys named: there, they mean something.
 */
export function checked<S extends z.ZodType>(
  file: YamlFile,
  schema: S,
  meant: readonly string[] = [],
): Checked<z.output<S>> {
  const result = schema.safeParse(withoutNotes(file.data, meant));
  if (result.success) return { data: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(file, schema, issue));
  return { problems: problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

function problemsOf(file: YamlFile, schema: z.ZodType, issue: z.core.$ZodIssue): Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => file.problem([...issue.path, key], `unknown key '${key}'`, knownWords(key, known)));
  }
  const given = valueAt(file.data, issue.path);
  if (issue.code === "invalid_value" && issue.path.at(-1) === "schema" && given !== undefined)
    return [file.problem(issue.path, `is ${kindOf(given)}`, `this version reads ${issue.values.join(" or ")}`)];
  const { path, message, hint } = explained(issue, given);
  return [file.problem([...issue.path, ...path], message, hint)];
}

/** The keys a schema has at a path, through arrays, records, defaults and optionals. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: z.ZodType | undefined = inner(schema);
  for (const key of path) {
    if (at instanceof z.ZodObject) at = at.shape[String(key)] as z.ZodType | undefined;
    else if (at instanceof z.ZodArray) at = at.element as z.ZodType;
    else if (at instanceof z.ZodRecord) at = at.valueType as z.ZodType;
    else return [];
    at = at && inner(at);
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function inner(schema: z.ZodType): z.ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  )
    return inner(schema.unwrap() as z.ZodType);
  return schema;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (at === null || typeof at !== "object" ? undefined : (at as Record<PropertyKey, unknown>)[key]),
    data,
  );
}

function withoutNotes(data: unknown, meant: readonly string[] = []): unknown {
  if (Array.isArray(data)) return data.map((one) => withoutNotes(one));
  if (data === null || typeof data !== "object") return data;
  const entries = Object.entries(data).filter(([key]) => !key.startsWith("x-"));
  return Object.fromEntries(entries.map(([key, value]) => [key, meant.includes(key) ? value : withoutNotes(value)]));
}
