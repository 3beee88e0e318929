/** One yes-or-no item: the probability it was given, in [0, 1], and how it came out. */
export interface Forecast {
  confidence: number;
  came: boolean;
}
