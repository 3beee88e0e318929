import { later } from "../core/civilTime.js";
import type { Draws } from "../core/draws.js";

const DAY = 24 * 60 * 60 * 1000;

/** So many days of a period, both ends included, in order. */
export function datesWithin([first, last]: readonly [string, string], count: number, draws: Draws): string[] {
  const length = Math.round((midnight(last) - midnight(first)) / DAY) + 1;
  const days = Array.from({ length: count }, () => Math.floor(draws.within("dates", [0, length])));
  return days.sort((one, other) => one - other).map((day) => later(first.slice(0, 10), `${day}d`).slice(0, 10));
}

const midnight = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
