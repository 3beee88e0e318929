import { shortNumber } from "../core/headline.js";

/** `.84`, `12.5`; a dash where it is unknown. */
export const short = (value: number | null) => (value === null ? "-" : shortNumber(value));

/** The same with its sign, as differences have it. */
export const signed = (value: number | null) => (value !== null && value > 0 ? `+${short(value)}` : short(value));

/** `.05 to .19`; a dash where there is no interval. */
export function range(low: number | null, high: number | null, shown: (value: number) => string = shortNumber): string {
  return low === null || high === null ? "-" : `${shown(low)} to ${shown(high)}`;
}

/** `.004`, `<.001`; a dash where nothing was tested. */
export function pValue(p: number | null): string {
  if (p === null) return "-";
  return p < 0.001 ? "<.001" : p.toFixed(3).replace(/^0/, "");
}

/** `1 pair`, `2 pairs`. */
export const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** A number that somebody wrote, as they wrote it but for the 0 before the point. */
export const shortBound = (value: number | null) => (value === null ? "-" : String(value).replace(/^(-?)0\./, "$1."));
