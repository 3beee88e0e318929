import { ProviderError } from "../core/errors.js";
import type { Question } from "../core/model.js";
import type { Usage } from "../schema/usage.js";
import { tokensIn, tokensOf } from "./tokens.js";

/** Failures before any answer: providers do not bill them. */
const FREE = new Set(["rate-limit", "server", "auth", "context-overflow", "refused"]);

/**
 * What a failed call may have been billed, in tokens, for its provider tells nothing of it; null where that is nothing. A
 * failure in the place of an answer is free, and so is a connection that never came to one. One that came amid an answer
 * took the question and what had come; where nothing had come in time, or we hung up, the answer may have been written to its end.
 */
export function lostOn(error: unknown, question: Question, most: number): Pick<Usage, "input" | "output"> | null {
  const input = tokensOf(question);
  if (!(error instanceof ProviderError)) return { input, output: most };
  if (FREE.has(error.kind) || (error.kind === "network" && error.raw === null)) return null;
  if (error.kind === "timeout") return { input, output: most };
  return { input, output: Math.min(most, tokensIn(error.raw ?? "")) };
}
