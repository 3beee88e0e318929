const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal that aborts at the first interruption; the second one ends the process at once. */
export function interruptible(quit: AbortSignal): { signal: AbortSignal; end(): void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  return {
    signal: AbortSignal.any([controller.signal, quit]),
    end: () => {
      for (const name of SIGNALS) process.off(name, interrupt);
    },
  };
}
