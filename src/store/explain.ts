import type { z } from "zod";
import { knownWords } from "./nearest.js";

/** What is wrong with a value and how to mend it, in the words of who writes the file. */
export interface Explanation {
  /** Where below the value, for unions and keys; usually here. */
  path: readonly PropertyKey[];
  message: string;
  hint: string | null;
}

type Issue = z.core.$ZodIssue;

/** Explains what a schema found, given the value it found it in. */
export function explained(issue: Issue, given: unknown): Explanation {
  const here = (message: string, hint: string | null = null) => ({ path: [], message, hint });
  if (issue.code === "invalid_union") return ofUnion(issue.errors, given);
  if (issue.code === "invalid_key") return here(issue.issues[0]?.message ?? "is no key", "rename it");
  if (issue.code === "invalid_value") return here(...ofChoice(issue.values.map(String), given));
  if (given === undefined) return here("is missing", missingHint(issue));
  if (issue.code === "invalid_type")
    return here(`is ${kindOf(given)}, not ${nameOf(issue.expected)}`, quoteHint(issue.expected, given));
  if (issue.code === "too_small" || issue.code === "too_big") return here(ofSize(issue, given));
  if (issue.code === "invalid_format") return here(`is ${kindOf(given)}; ${issue.message}`);
  return here(issue.message);
}

function ofChoice(allowed: readonly string[], given: unknown): [string, string | null] {
  const list = allowed.join(", ");
  if (given === undefined) return ["is missing", `${allowed.length > 1 ? "one of " : ""}${list}`];
  if (typeof given !== "string")
    return [`is ${kindOf(given)}, not ${allowed.length > 1 ? "one of " : ""}${list}`, null];
  return [`is '${given}', not ${allowed.length > 1 ? "one of " : ""}${list}`, knownWords(given, allowed)];
}

/** The branch that the value was meant for, where one fits its kind; else all that would do. */
function ofUnion(branches: readonly (readonly Issue[])[], given: unknown): Explanation {
  const meant = branches.find((issues) => issues.every(({ path, code }) => path.length > 0 || !KINDS.has(code)));
  const [first] = meant ?? [];
  if (first) {
    const below = first.path.reduce<unknown>(
      (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
      given,
    );
    const inner = explained(first, below);
    return { ...inner, path: [...first.path, ...inner.path] };
  }
  if (given === undefined) return { path: [], message: "is missing", hint: null };
  const wanted = branches.flatMap(([issue]) =>
    issue?.code === "invalid_type"
      ? [nameOf(issue.expected)]
      : issue?.code === "invalid_value"
        ? [issue.values.map((value) => `'${String(value)}'`).join(" or ")]
        : [],
  );
  return { path: [], message: `is ${kindOf(given)}, not ${wanted.join(" or ")}`, hint: null };
}

const KINDS = new Set(["invalid_type", "invalid_value"]);

/** The kind of a value as its writer sees it. */
export function kindOf(given: unknown): string {
  if (given === null) return "empty";
  if (Array.isArray(given)) return "a list";
  if (typeof given === "object") return "a mapping";
  if (Number.isNaN(given)) return "not a number (.nan)";
  if (typeof given === "string") return `'${given.length > 40 ? `${given.slice(0, 40)}…` : given}'`;
  return String(given);
}

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a mapping",
  record: "a mapping",
};
const nameOf = (expected: string) => NAMES[expected] ?? expected;

function quoteHint(expected: string, given: unknown): string | null {
  if (given === null) return "write a value, or take the line out";
  return expected === "string" && ["number", "boolean"].includes(typeof given) ? `write "${given}", in quotes` : null;
}

function missingHint(issue: Issue): string | null {
  if (issue.code !== "invalid_type") return null;
  // What takes values of several kinds says no more than that it may not be left out.
  return `${issue.expected === "nonoptional" ? "a value" : nameOf(issue.expected)} belongs here`;
}

function ofSize(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig, given: unknown): string {
  const bound = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (Array.isArray(given))
    return `has ${given.length === 1 ? "1 entry" : `${given.length} entries`}; there must be ${bound}`;
  if (typeof given === "string")
    return given.trim() === "" ? "must not be empty" : `has ${given.length} characters; there may be ${bound}`;
  return `is ${given}; it must be ${bound}`;
}
