import type { FailedTry } from "../schema/call.js";
import { AssistantError, ProviderError } from "./errors.js";

/** How many characters are kept of what was really sent. */
const KEPT = 2000;

/** A failure as it is recorded. */
export function failedTry(error: ProviderError): FailedTry {
  const { kind, message, raw, spent } = error;
  return {
    ...{ class: kind, message, raw: raw?.slice(0, KEPT) ?? null },
    ...(error instanceof AssistantError ? { fault: "assistant" as const } : {}),
    ...(spent ? { spent } : {}),
  };
}

/** The failure that ended a recorded call: the last of its tries. */
export function failureOf(tries: readonly FailedTry[]): ProviderError {
  const { class: kind = "unknown", message = "the recorded call failed", raw = null, fault } = tries.at(-1) ?? {};
  return fault === "assistant" ? new AssistantError(kind, message, raw) : new ProviderError(kind, message, raw);
}
