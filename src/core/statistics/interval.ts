import { percentile } from "./percentile.js";
import { ENOUGH, RESAMPLES, resamplesFor } from "./resamples.js";

/** A mean with its 95 % interval, and how that was found. */
export interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  interval: string;
}

/** t(.975, ν) of Student's t for ν = 1, 2, …: all that fewer values than enough need. */
const STUDENT = [
  12.706204736174694, 4.302652729749462, 3.182446305283708, 2.776445105197794, 2.570581835636314, 2.4469118511449692,
  2.3646242515927858, 2.306004135204165, 2.262157162798205, 2.2281388519862744, 2.2009851600916384, 2.1788128296672284,
  2.1603686564627917, 2.1447866879178035, 2.1314495455597746, 2.119905299221254, 2.1098155778333165, 2.100922040241038,
];

/**
 * The interval of means over persons in a run with this seed: t on the values under 20 of them, else a percentile
 * bootstrap over persons. Every estimate on n persons uses the same 2,000 resamples of them, drawn once.
 */
export function intervalsFor(seed: number): (values: readonly number[]) => Interval {
  const resamplesOf = resamplesFor(seed);
  return (values) => {
    const n = values.length;
    if (n < ENOUGH) return studentInterval(values);
    const means = resamplesOf(n).map((places) => meanOf(places.map((place) => values[place] as number)));
    return {
      value: meanOf(values),
      low: percentile(means, 0.025),
      high: percentile(means, 0.975),
      n,
      interval: `95% percentile bootstrap over persons, ${RESAMPLES} resamples`,
    };
  };
}

/**
 * Mean of independent values with the two-sided 95 % Student t interval, mean ± t(.975, n-1) · s / √n.
 * Under two values there is no interval. Source: any text of statistics; Student (1908).
 */
function studentInterval(values: readonly number[]): Interval {
  const n = values.length;
  const method = { n, interval: "95% t on person means" };
  if (n === 0) return { value: null, low: null, high: null, ...method };
  const mean = meanOf(values);
  if (n === 1) return { value: mean, low: null, high: null, ...method };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = (STUDENT[n - 2] as number) * Math.sqrt(variance / n);
  return { value: mean, low: mean - half, high: mean + half, ...method };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
