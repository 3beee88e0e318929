import type { Completion, Tool } from "../core/model.js";
import { objectFrom, objectsIn } from "./json.js";

/** What a text says and calls. */
export interface Read {
  words: string;
  calls: Completion["calls"];
}

/** Short names of tools that models and prompts use as keys beside a text. */
const SHORT: Readonly<Record<string, string>> = { choice: "choose", end: "end_talk" };

/**
 * The calls of tools that stand in a text: a reply by the tool's JSON schema, JSON somewhere in the text (fenced or not,
 * almost JSON too), `<tool_call>{…}</tool_call>`, or a call as programs print it, `choose(id="x")`. What is not the call
 * stays as the words.
 */
export function callsIn(text: string, tools: readonly Tool[]): Read {
  const printed = printedCall(text, tools);
  if (printed) return printed;
  for (const { from, to } of objectsIn(text)) {
    const object = objectFrom(text.slice(from, to));
    const found = object && callOf(object, tools);
    if (!object || !found) continue;
    const said = sayingOf(object);
    const tagged = /<\/?(?:tool_call|function_call)>|\[TOOL_CALLS\]/.test(text);
    return {
      words: said ?? outside(text, from, to),
      calls: [{ ...found, by: tagged ? "printed" : "json" }],
    };
  }
  return { words: wholeSaying(text) ?? text, calls: [] };
}

/** A call by what an object holds: named, or as the arguments of the one tool they fit. */
function callOf(object: Readonly<Record<string, unknown>>, tools: readonly Tool[]): Completion["calls"][0] | null {
  const named = [object, object.call, object.tool_call, object.function, object.function_call].filter(isObject);
  for (const one of named) {
    const name = [one.name, one.tool, one.function, one.call, one.tool_name].find((word) => typeof word === "string");
    const tool = tools.find((known) => known.name === name);
    if (!tool) continue;
    const given = [one.arguments, one.args, one.parameters, one.input].find((value) => value !== undefined) ?? one;
    const args = typeof given === "string" ? objectFrom(given) : given;
    if (isObject(args)) return fitting(tool, args);
  }
  for (const [key, value] of Object.entries(object)) {
    const tool = tools.find(({ name }) => name === key || name === SHORT[key]);
    if (!tool) continue;
    const call = isObject(value) ? fitting(tool, value) : shortened(tool, value, object);
    if (call) return call;
  }
  return tools.map((tool) => fitting(tool, object)).find((call) => call !== null) ?? null;
}

/** `{"end": "satisfied"}`: the value stands for the first argument; others may stand beside it or are not told. */
function shortened(tool: Tool, value: unknown, beside: object): Completion["calls"][0] | null {
  const [first, ...others] = schemaOf(tool).required ?? [];
  if (first === undefined || typeof value !== "string" || value === "") return null;
  const blank = Object.fromEntries(others.map((name) => [name, ""]));
  return fitting(tool, { ...blank, ...beside, [first]: value });
}

/** What of a JSON Schema is looked at. */
interface Schema {
  properties?: Readonly<Record<string, { type?: string; enum?: readonly unknown[] }>>;
  required?: readonly string[];
}

const schemaOf = ({ parameters }: Tool) => parameters as Schema;

/** The call with these arguments, those that the tool does not know left out; null where one that it needs is not right. */
function fitting(tool: Tool, args: Readonly<Record<string, unknown>>): Completion["calls"][0] | null {
  const { properties = {}, required = [] } = schemaOf(tool);
  const known = Object.entries(args).filter(([key]) => Object.hasOwn(properties, key));
  const right = required.every((key) => {
    const { type, enum: allowed } = properties[key] ?? {};
    if (!Object.hasOwn(args, key)) return false;
    return allowed ? allowed.includes(args[key]) : isOfType(args[key], type);
  });
  return right && required.length > 0 ? { name: tool.name, args: Object.fromEntries(known) } : null;
}

function isOfType(value: unknown, type: string | undefined): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return type === undefined || typeof value === type;
}

const CALL = (name: string) =>
  new RegExp(`(?:\\[\\[call: *|\`|<\\|python_tag\\|>)?\\b${name}\\(([^()]*)\\)(?:\\]\\]|\`)?;?`);

function printedCall(text: string, tools: readonly Tool[]): Read | null {
  for (const tool of tools) {
    const [whole, inside = ""] = CALL(tool.name).exec(text) ?? [];
    if (whole === undefined) continue;
    const args = objectFrom(inside) ?? printedArguments(inside, schemaOf(tool).required ?? []);
    const call = fitting(tool, args) ?? shortened(tool, Object.values(args)[0], args);
    if (call) return { words: tidied(text.replace(whole, "")), calls: [{ ...call, by: "printed" }] };
  }
  return null;
}

/** `id="x", reason='y'`, or values alone in the order of what the tool needs. */
function printedArguments(inside: string, order: readonly string[]): Record<string, unknown> {
  const parts = inside.matchAll(/(?:(\w+)\s*[=:]\s*)?(?:"([^"]*)"|'([^']*)'|([\w.-]+))/g);
  return Object.fromEntries(
    [...parts].map(([, key, one, other, bare], at) => [key ?? order[at] ?? `${at}`, one ?? other ?? bare ?? ""]),
  );
}

function sayingOf({ text, message, response }: Readonly<Record<string, unknown>>): string | null {
  const said = [text, message, response].find((value) => typeof value === "string");
  return typeof said === "string" ? said.trim() : null;
}

/** What a reply says that is one object `{text, …}` and calls nothing. */
function wholeSaying(text: string): string | null {
  const bare = withoutFence(text);
  const object = bare.startsWith("{") ? objectFrom(bare) : null;
  return object && sayingOf(object);
}

/** By hand: a pattern for blanks before a fence looks at every run of blanks from each of its places. */
function withoutFence(text: string): string {
  const opened = text.trim().replace(/^```(?:json)?/, "");
  return (opened.endsWith("```") ? opened.slice(0, -3) : opened).trim();
}

function outside(text: string, from: number, to: number): string {
  const before = text.slice(0, from).replace(/(?:```\w*|<(?:tool_call|function_call)>|\[TOOL_CALLS\]\s*\[?)\s*$/, "");
  const after = text.slice(to).replace(/^\s*(?:```|<\/(?:tool_call|function_call)>|\])/, "");
  return tidied(`${before.trimEnd()}\n${after.trimStart()}`);
}

const tidied = (text: string) => text.replace(/<\/?(?:tool_call|function_call)>|```\s*```/g, "").trim();

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
