/** Time as runs and screens need it: given, so that nothing below the command line reads a clock. */
export interface Clock {
  /** Wall-clock time, ISO 8601. */
  wall(): string;
  /** Milliseconds from a start of no meaning; never goes back. */
  now(): number;
  /** Does some work once, later; gives what calls it off. */
  after(milliseconds: number, work: () => void): () => void;
  /** Does some work again and again; gives what ends it. */
  every(milliseconds: number, work: () => void): () => void;
}

/** Resolves after so many milliseconds. Throws the abort reason where the signal comes first. */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const wake = () => {
      signal.removeEventListener("abort", quit);
      resolve();
    };
    const quit = () => {
      off();
      reject(signal.reason);
    };
    const off = clock.after(milliseconds, wake);
    signal.addEventListener("abort", quit, { once: true });
  });
}
