import { Worker } from "node:worker_threads";
import { AssistantError, ProviderError } from "../../core/errors.js";
import { type Duty, type Errand, type Fault, tooLate } from "./protocol.js";
import { report } from "./report.js";

/** A thread with somebody's code. Whatever that does, it ends no more than the thread. */
export interface Thread {
  /**
   * Has something done and gives what comes back. Throws AssistantError where the code is at fault, ProviderError where it
   * takes too long, and the abort reason where the signal ends it; behind the last two the thread is gone.
   */
  run(body: string | null, timeout: number, signal?: AbortSignal): Promise<string>;
  close(): void;
}

/** Code that cannot be had at all, with what would mend it. `library`: it needs one that is not there. */
export class LoadError extends AssistantError {
  override name = "LoadError";
  constructor(
    readonly what: "load" | "library",
    message: string,
    readonly hint: string | null,
  ) {
    super("load", message);
  }
}

/** Memory that one thread's code may take, in MB. */
const MEMORY = 1024;
/** Behind its time the code has so long to notice, in milliseconds: it is told by its signal. */
const GRACE = 500;
/** So much is kept of what the code prints, for where it fails. */
const PRINTED = 2000;

/** Starts a thread. Its code shares nothing with that of other threads but what is outside of the process. */
export function startThread(duty: Duty, program = new URL("./worker.js", import.meta.url)): Thread {
  const worker = new Worker(program, {
    ...{ workerData: duty, stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: MEMORY } },
  });
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  let broken: Error | null = null;
  let printed = "";
  let count = 0;

  /** The thread is of no use any more: whoever waits learns why, and whoever comes later. */
  function end(error: Error): void {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
    void worker.terminate();
  }

  function finished(message: unknown): void {
    const { success, data } = report.safeParse(message);
    const errand = success ? waiting.get(data.id) : undefined;
    if (!success || !errand) return;
    waiting.delete(data.id);
    if ("text" in data) errand.resolve(data.text);
    else errand.reject(errorOf(data.fault, printed));
  }

  for (const stream of [worker.stdout, worker.stderr])
    stream.on("data", (piece: Buffer) => {
      printed = (printed + piece).slice(-PRINTED);
    });
  worker.on("message", finished);
  worker.on("error", (error: NodeJS.ErrnoException) => end(uncaught(error, printed)));
  worker.on("exit", (code) =>
    end(new AssistantError("exit", `the code ended its own thread (exit code ${code})`, printed)),
  );
  // An idle thread keeps nobody's program from ending.
  worker.unref();

  return {
    async run(body, timeout, signal) {
      signal?.throwIfAborted();
      if (broken) throw broken;
      const id = count++;
      const errand = Promise.withResolvers<string>();
      waiting.set(id, errand);
      worker.ref();
      worker.postMessage({ id, body, timeout } satisfies Errand);
      const late = setTimeout(() => end(new ProviderError("timeout", tooLate(timeout))), timeout + GRACE);
      const stopped = () => end(signal?.reason);
      signal?.addEventListener("abort", stopped);
      try {
        return await errand.promise;
      } finally {
        clearTimeout(late);
        signal?.removeEventListener("abort", stopped);
        if (waiting.size === 0) worker.unref();
      }
    },
    close: () => end(new AssistantError("exit", "the thread of the code was closed")),
  };
}

function errorOf({ kind, message, raw, hint }: Fault, printed: string): Error {
  if (kind === "load" || kind === "library") return new LoadError(kind, message, hint);
  if (kind === "timeout") return new ProviderError("timeout", message);
  return new AssistantError(kind, message, [raw, printed].filter(Boolean).join("\n") || null);
}

function uncaught({ code, message }: NodeJS.ErrnoException, printed: string): AssistantError {
  if (code === "ERR_WORKER_OUT_OF_MEMORY")
    return new AssistantError("exit", `the code used more than ${MEMORY} MB of memory`, printed);
  return new AssistantError("exception", `nobody caught what the code threw: ${message}`, printed);
}
