import { doneCount, type View } from "./view.js";

/** How many of the latest ends the rate is taken from. */
const WINDOW = 20;
/** Fewer ends than this say nothing of the rate. */
const ENOUGH = 3;

/** The times of the latest ends with one more. */
export function withEnd(ends: readonly number[], now: number): readonly number[] {
  return [...ends.slice(-WINDOW + 1), now];
}

/** Trials a second and the seconds left; null until three trials have ended, and while paused. */
export function rateOf(view: View): { perSecond: number; left: number } | null {
  const { ends, now, playbill, paused } = view;
  const [first] = ends;
  if (first === undefined || ends.length < ENOUGH || paused) return null;
  const last = ends.at(-1) as number;
  const seconds = (Math.max(now, last) - first) / 1000;
  if (seconds <= 0) return null;
  const perSecond = (ends.length - 1) / seconds;
  return { perSecond, left: (playbill.plan.length - doneCount(view)) / perSecond };
}

/** A length of time in words: `8 s`, `4 min`, `2 h 10 min`. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
