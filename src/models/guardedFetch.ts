import { ProviderError } from "../core/errors.js";
import { answered } from "./failures.js";
import { retryAfterIn } from "./retryAfter.js";

/** What one line of an answer, and what is no stream, may have at most, in characters. */
export const LONGEST = 1_000_000;

/** How an answer has to come. */
export type Due = "text/event-stream" | "application/x-ndjson" | "application/json";

/**
 * Fetches an answer, and refuses what is none although a client would take it for one: a failed status (classed, with
 * what `Retry-After` asks), a redirect, another content type, an error in the place of an answer, bytes that are no UTF-8,
 * a line that never ends. `signal` ends requests beside the one that comes with them; `longest`: characters of what comes
 * in one piece.
 */
export function guardedFetch(due: Due, signal?: AbortSignal, longest = LONGEST): typeof fetch {
  return async (address, init) => {
    const ends = signal ? { signal: either(signal, init?.signal) } : {};
    const response = await fetch(address, { ...init, ...ends, redirect: "manual" });
    if (response.headers.has("location") && !response.ok) throw await ledElsewhere(response);
    if (!response.ok)
      throw answered(response.status, await textOf(response), retryAfterIn(response.headers, Date.now()));
    const type = response.headers.get("content-type") ?? "nothing";
    if (due === "application/json" || !type.includes(due)) return wholeAnswer(response, due, type, longest);
    const body = response.body?.pipeThrough(guard());
    return new Response(body ?? null, { status: response.status, headers: response.headers });
  };
}

/** Questions and keys go to the address that was given, and to no other that its server names. */
async function ledElsewhere({ status, body, headers }: Response): Promise<ProviderError> {
  await body?.cancel();
  return new ProviderError(
    "refused",
    `the provider answered ${status}: redirects are not followed, so give the address it leads to`,
    headers.get("location"),
  );
}

/** An answer that came in one piece: right where one was due, else an error or a mistake. */
async function wholeAnswer(response: Response, due: Due, type: string, longest: number): Promise<Response> {
  const text = await textOf(response, longest);
  const read = objectIn(text);
  if (read && "error" in read && read.error) throw answered(undefined, text);
  if (due === "application/json" && read) return new Response(text, { status: 200, headers: response.headers });
  const wanted = due === "application/json" ? "JSON" : "a stream";
  throw new ProviderError("invalid-output", `the server sent ${type} where ${wanted} was due`, text);
}

/** A body, up to what is too long for one. Throws ProviderError. */
async function textOf(response: Response, longest = LONGEST): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    if (text.length > longest)
      throw new ProviderError("invalid-output", `the answer has more than ${longest} characters`, text.slice(0, 2000));
  }
  return text;
}

function guard(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = "";
  return new TransformStream({
    transform(bytes, controller) {
      const lines = (line + decoded(decoder, bytes)).split("\n");
      line = lines.pop() ?? "";
      if (line.length > LONGEST)
        throw new ProviderError("invalid-output", `a line of the answer has more than ${LONGEST} characters`);
      for (const whole of lines) refuseError(whole);
      controller.enqueue(bytes);
    },
  });
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new ProviderError("invalid-output", "the answer is not UTF-8");
  }
}

/** Some clients pass over an event that is an error, and wait for the next. */
function refuseError(line: string): void {
  const [, data] = /^(?:data:)?\s*(\{\s*"(?:error|type"\s*:\s*"error)".*)$/.exec(line) ?? [];
  const event = data === undefined ? null : objectIn(data);
  if (!data || !event?.error) return;
  const { kind, message } = answered(undefined, data);
  throw new ProviderError(kind, message);
}

const either = (one: AbortSignal, other?: AbortSignal | null) => (other ? AbortSignal.any([one, other]) : one);

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const read = JSON.parse(text);
    return typeof read === "object" && read !== null ? read : null;
  } catch {
    return null;
  }
}
