/** What a run would take, with the range that is left by what nobody knows of its models and by the pairs not rehearsed. */
export interface Estimate {
  trials: number;
  rehearsed: number;
  calls: Range;
  /** How many of the calls go to the judge; null where nobody judges. */
  judging: Range | null;
  input: Range;
  output: Range;
  /** US dollars; null where a price is unknown. */
  usd: Range | null;
  /** Seconds; null where nobody measured how long a call takes. */
  seconds: Range | null;
  /** Whether earlier runs with these models tell how far rehearsals are off, and how long a call takes. */
  measured: boolean;
}

/** A number with what it may be at least and at most. */
export interface Range {
  low: number;
  likely: number;
  high: number;
}

/** Two ranges one after the other: nobody knows whether they are off to the same side, so both may be. */
export const plus = (one: Range, other: Range): Range => ({
  low: one.low + other.low,
  likely: one.likely + other.likely,
  high: one.high + other.high,
});
