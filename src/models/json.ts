import { jsonrepair } from "jsonrepair";
import { isDeeper } from "../core/nesting.js";

/** No tool asks for more. What is written down is looked into level by level, and would run out of stack. */
export const DEEPEST = 64;

/** The object that a text is, mended where it is almost JSON; null where it is none, or nested without end. */
export function objectFrom(text: string): Record<string, unknown> | null {
  for (const read of [text, mended(text)]) {
    const value = read === null ? undefined : parsed(read);
    if (typeof value === "object" && value !== null && !Array.isArray(value) && !isDeeper(value, DEEPEST))
      return value as Record<string, unknown>;
  }
  return null;
}

/** Where objects stand in a text, the outermost only; one that the text breaks off reaches to its end. */
export function objectsIn(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = text.indexOf("{"); from >= 0; from = text.indexOf("{", found.at(-1)?.to ?? text.length)) {
    found.push({ from, to: endOf(text, from) });
  }
  return found;
}

function endOf(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (quoted && sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") depth += 1;
    else if (!quoted && sign === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function mended(text: string): string | null {
  try {
    return jsonrepair(text);
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
