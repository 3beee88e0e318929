import { meanOf } from "../../core/statistics/mean.js";
import type { Forecast } from "./forecast.js";

/**
 * ECE: by how much confidence and frequency differ, over equally wide bins (0, .1], (.1, .2], … each weighted by its items; in
 * [0, 1], 0 is best. Null of no items. It depends on the number of bins and is too high on few items: give both.
 * Source: Guo et al. 2017 (arXiv 1706.04599); Naeini et al. 2015.
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], bins = 10): number | null {
  if (forecasts.length === 0) return null;
  const grouped = Map.groupBy(forecasts, ({ confidence }) => Math.max(0, Math.ceil(confidence * bins) - 1));
  return [...grouped.values()].reduce((sum, bin) => {
    const confidence = meanOf(bin.map((forecast) => forecast.confidence)) as number;
    const frequency = meanOf(bin.map(({ came }) => Number(came))) as number;
    return sum + (bin.length / forecasts.length) * Math.abs(confidence - frequency);
  }, 0);
}
