/** Time as the run needs it: given, so that nothing below the command line reads a clock. */
export interface Clock {
  /** Wall-clock time, ISO 8601. */
  wall(): string;
  /** Does some work again and again; gives what ends it. */
  every(milliseconds: number, work: () => void): () => void;
}
