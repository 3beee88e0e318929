/** What a run would take, with the range that the rehearsed pairs leave. */
export interface Estimate {
  trials: number;
  rehearsed: number;
  calls: Range;
  input: Range;
  output: Range;
  /** US dollars; null where a price is unknown. */
  usd: Range | null;
  /** Seconds; null where nobody measured how long a call takes. */
  seconds: Range | null;
  /** Whether the lengths of answers, and times, come from earlier runs with these models. */
  measured: boolean;
}

/** A number with what it may be at least and at most. */
export interface Range {
  low: number;
  likely: number;
  high: number;
}
