import type { External } from "../external/assistant.js";
import { LONGEST, TIMEOUT } from "../external/transport.js";
import type { Duty } from "./protocol.js";
import { startThread, type Thread } from "./thread.js";

/** Code of somebody's: its file as a URL, what that exports, and how the record calls it. */
export interface Code extends Pick<Duty, "kind" | "file" | "name"> {
  model: string;
}

/** How code is run. */
export interface Running {
  /** How long one body may take, in milliseconds. */
  timeout?: number;
  /** The program of the thread. */
  program?: URL;
}

/** Code that plays the assistant of one trial, in a thread that lives no longer than the trial. */
export function codeExternal(
  { model, ...code }: Code,
  { trial, signal }: { trial: string; signal: AbortSignal },
  { timeout = TIMEOUT, program }: Running = {},
): External {
  let thread: Thread | null = null;
  const close = () => thread?.close();
  signal.addEventListener("abort", close, { once: true });
  return {
    model,
    async send(body, stop) {
      if (thread === null && "reset" in body) return "";
      thread ??= startThread({ ...code, user: trial, longest: LONGEST }, program);
      return thread.run(JSON.stringify(body), timeout, stop);
    },
    close() {
      signal.removeEventListener("abort", close);
      close();
    },
  };
}

/** Loads code once, to see whether it can be an assistant at all. Throws LoadError where it cannot, or what else `run` throws. */
export async function triedOut(
  { model: _, ...code }: Code,
  { timeout = TIMEOUT, program }: Running = {},
): Promise<void> {
  const thread = startThread({ ...code, user: "", longest: LONGEST }, program);
  try {
    await thread.run(null, timeout);
  } finally {
    thread.close();
  }
}
