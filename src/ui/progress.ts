import { doneCount, type View } from "./view.js";

/** How many of the latest ends the rate is taken from. */
const WINDOW = 40;
/** Fewer ends than this say nothing of the rate. */
const ENOUGH = 3;

/** The times of the latest ends with one more. */
export function withEnd(ends: readonly number[], now: number): readonly number[] {
  return [...ends.slice(-WINDOW + 1), now];
}

/** Trials a second; null until three trials have ended since the run began or went on. */
export function rateAt({ ends, since }: Pick<View, "ends" | "since">, now: number): number | null {
  const [first] = ends;
  if (first === undefined || ends.length < ENOUGH) return null;
  const whole = ends.length === WINDOW;
  const seconds = (now - (whole ? first : since)) / 1000;
  return seconds <= 0 ? null : (whole ? WINDOW - 1 : ends.length) / seconds;
}

/** The seconds left at the present rate; null while there is none. */
export function secondsLeft(view: View): number | null {
  return view.rate === null ? null : (view.playbill.plan.length - doneCount(view)) / view.rate;
}

/** A length of time in words: `8 s`, `4 min`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
