import type { Fault } from "./protocol.js";

/** Code that cannot be an assistant, or an answer that is none. */
export class CodeError extends Error {
  override name = "CodeError";
  constructor(
    readonly kind: Fault["kind"],
    message: string,
    readonly hint: string | null = null,
  ) {
    super(message);
  }
}

/** What was thrown, as a report has it: anything can be thrown, also what throws when it is looked at. */
export function faultOf(thrown: unknown): Fault {
  if (thrown instanceof CodeError) return { kind: thrown.kind, message: thrown.message, raw: null, hint: thrown.hint };
  const message = cut(wordsOf(thrown, "message"));
  return { kind: "exception", message, raw: cut(wordsOf(thrown, "stack")), hint: null };
}

function wordsOf(thrown: unknown, part: "message" | "stack"): string {
  try {
    return String(thrown instanceof Error ? (thrown[part] ?? thrown.message) : thrown);
  } catch {
    return "something that cannot be read";
  }
}

const cut = (text: string) => text.slice(0, 2000);
