import { ProviderError } from "../core/errors.js";

/**
 * The classes of failures: `rate-limit`, `server`, `network`, `timeout`, `cut-stream`, `invalid-output` (not what the
 * protocol or the question asks for), `context-overflow`, `refusal` (the model or a filter will not answer), `auth`
 * (no key, a wrong one, or no credit), `refused` (a request that the provider does not take), `empty`, `unknown`.
 */
type Kind =
  | "rate-limit"
  | "server"
  | "network"
  | "timeout"
  | "cut-stream"
  | "invalid-output"
  | "context-overflow"
  | "refusal"
  | "auth"
  | "refused"
  | "empty"
  | "unknown";

/** What a client threw, classed. `begun` is what had come of the answer before; null where nothing had. */
export function classed(error: unknown, begun: string | null): ProviderError {
  const ours = causes(error).find((cause) => cause instanceof ProviderError);
  if (ours)
    return begun === null || ours.raw !== null
      ? ours
      : new ProviderError(ours.kind, ours.message, begun, ours.retryAfter);
  const { status, code = "", message = String(error), name = "" } = error as Partial<Failure>;
  const reasons = causes(error).map((cause) => String((cause as Failure).message));
  const kind = kindOf(status, [name, code, message, ...reasons].join(" "));
  return kind === "network" && begun !== null
    ? new ProviderError("cut-stream", `the stream broke off: ${message}`, begun)
    : new ProviderError(kind, message, begun ?? message);
}

/** What a provider answered instead of a completion, classed by its status and its words. */
export function answered(status: number | undefined, body: string, retryAfter: number | null = null): ProviderError {
  const said = messageIn(body) ?? (body.trim().startsWith("<") ? "a page" : body.slice(0, 200));
  const head = status === undefined ? "the provider answered" : `the provider answered ${status}`;
  return new ProviderError(kindOf(status, body), `${head}: ${said}`, body, retryAfter);
}

/** Whether a provider will not take tools with this model. */
export function refusesTools({ kind, message, raw }: ProviderError): boolean {
  const said = `${message} ${raw ?? ""}`;
  return (
    ["refused", "server", "invalid-output"].includes(kind) &&
    /\b(tools?|tool_choice|functions?|function.calling)\b/i.test(said) &&
    /not (?:supported?|available|allowed|implemented|enabled)|unsupported|does(?: not|n't) support|unknown|unrecognized|requires? .*--/i.test(
      said,
    )
  );
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

/** Kinds by what providers say, whatever the status: the first that fits. */
const SAID: readonly [RegExp, Kind][] = [
  [
    /api.key.not.valid|invalid.{0,3}api.key|insufficient.quota|credit balance|authentication.error|permission.denied/i,
    "auth",
  ],
  [
    /context.(?:length|window|size)|maximum.context|prompt is too long|token.count.*exceeds|too many tokens/i,
    "context-overflow",
  ],
  [/rate.limit|resource.exhausted|too.many.requests|quota/i, "rate-limit"],
  [/content.filter|content.management|safety|PROHIBITED|blocked/i, "refusal"],
  [/overloaded|server.error|internal.error|unavailable|bad gateway/i, "server"],
];

function kindOf(status: number | undefined, text: string): Kind {
  if (status === 401 || status === 403) return "auth";
  const said = SAID.find(([pattern]) => pattern.test(text))?.[1];
  // A status says more of a server's trouble than words that many of them put into every error.
  if (said && said !== "server" && (status === undefined || status < 500)) return said;
  if (status === 429) return "rate-limit";
  if (status === 413) return "context-overflow";
  if (status === 408) return "timeout";
  if (status !== undefined) return status >= 500 ? "server" : "refused";
  if (said) return said;
  if (/timeout|timed out/i.test(text)) return "timeout";
  if (/JSON|unexpected token|parse/i.test(text)) return "invalid-output";
  if (/connect|network|fetch|socket|ECONN|terminated|aborted|in stream/i.test(text)) return "network";
  return "unknown";
}

function messageIn(body: string): string | null {
  try {
    const { error, message } = JSON.parse(body);
    const said = typeof error === "string" ? error : (error?.message ?? message);
    return typeof said === "string" ? said : null;
  } catch {
    return null;
  }
}
