import { AssistantError, ProviderError } from "../../core/errors.js";
import { TIMEOUT, type Transport } from "../external/transport.js";
import { bodyOf } from "./body.js";

/** Reaches an assistant behind an address: one POST for each body. `timeout` in milliseconds. */
export function httpTransport(address: string, timeout = TIMEOUT): Transport {
  return (body, signal) => post(address, body, timeout, signal);
}

/**
 * Posts a body and gives the text that comes back. What the service answers amiss is its fault; that it cannot be
 * reached or breaks off is nobody's. Throws the abort reason where the signal ends it.
 */
export async function post(address: string, body: object, timeout: number, signal?: AbortSignal): Promise<string> {
  const clock = AbortSignal.timeout(timeout);
  let answered = false;
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, clock]) : clock,
      redirect: "manual",
    });
    answered = true;
    const text = await bodyOf(response);
    if (!response.ok) throw refusal(response.status, text);
    return text;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ProviderError) throw error;
    if (clock.aborted) throw new ProviderError("timeout", `${address} did not answer within ${timeout / 1000} s`);
    if (answered) throw new ProviderError("cut-stream", `${address} broke off its answer`);
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    throw new ProviderError("network", `${address} cannot be reached${code ? ` (${code})` : ""}`);
  }
}

function refusal(status: number, text: string): AssistantError {
  const redirects =
    status >= 300 && status < 400 ? ": redirects are not followed, so give the address it leads to" : "";
  return new AssistantError(kindOf(status), `the assistant answered ${status}${redirects}`, text);
}

function kindOf(status: number): string {
  if (status === 401 || status === 403) return "auth";
  if (status === 429) return "rate-limit";
  return status >= 500 ? "server" : "refused";
}
