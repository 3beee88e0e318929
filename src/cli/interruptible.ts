const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What can stop a run: a signal of the system, or a key on a screen. */
export interface Interruption {
  /** Aborts at the first interruption. */
  signal: AbortSignal;
  /** Stops the run; the second time ends the process at once. */
  interrupt(): void;
  end(): void;
}

/** Listens for interruptions until `end`. */
export function interruptible(): Interruption {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  return {
    signal: controller.signal,
    interrupt,
    end: () => {
      for (const name of SIGNALS) process.off(name, interrupt);
    },
  };
}
