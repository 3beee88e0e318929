import { ProviderError } from "../core/errors.js";

/** What a client threw, classed. `begun` is what had come of the answer before; null where nothing had. */
export function classed(error: unknown, begun: string | null): ProviderError {
  const ours = causes(error).find((cause) => cause instanceof ProviderError);
  if (ours) return ours;
  const { status, code = "", message = String(error), name = "" } = error as Partial<Failure>;
  const kind = kindOf(status, `${name} ${code} ${message}`);
  return kind === "network" && begun !== null
    ? new ProviderError("cut-stream", `the stream broke off: ${message}`, begun)
    : new ProviderError(kind, message, begun ?? message);
}

/** What clients of HTTP put into their errors. */
interface Failure {
  status: number;
  code: string | null;
  message: string;
  name: string;
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}

function kindOf(status: number | undefined, text: string): string {
  if (status === 401 || status === 403) return "auth";
  if (status === 429 || /rate.limit/i.test(text)) return "rate-limit";
  if ((status !== undefined && status >= 500) || /server.error|overloaded/i.test(text)) return "server";
  if (/context.length|maximum context/i.test(text)) return "context-overflow";
  if (/timeout|timed out/i.test(text)) return "timeout";
  if (/JSON|unexpected token/i.test(text)) return "invalid-output";
  if (/connect|network|fetch|socket|ECONN|terminated/i.test(text)) return "network";
  return status === undefined ? "unknown" : "refused";
}
