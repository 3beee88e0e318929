import type { Loss, Output } from "./output.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What can stop a run: a signal of the system, a key on a screen, or that nobody reads it any more. */
export interface Interruption {
  /** Aborts at the first interruption. */
  signal: AbortSignal;
  /** Stops the run; the second time ends the process at once. */
  interrupt(): void;
  /** Why standard output is lost; null while it is not. */
  loss(): Loss | null;
  end(): void;
}

/** Listens for interruptions until `end`. */
export function interruptible(output: Output): Interruption {
  const controller = new AbortController();
  let loss: Loss | null = null;
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  const giveBack = output.takeOver((why) => {
    loss ??= why;
    controller.abort();
  });
  return {
    signal: controller.signal,
    interrupt,
    loss: () => loss,
    end: () => {
      for (const name of SIGNALS) process.off(name, interrupt);
      giveBack();
    },
  };
}
