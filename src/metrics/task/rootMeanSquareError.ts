import { meanOf } from "../../core/statistics/mean.js";
import type { Labelled } from "./labelled.js";

/**
 * RMSE, the root of the mean squared distance of what was said from what was right, in the unit of the scale, 0 is best, never
 * under the MAE; null of no items.
 */
export function rootMeanSquareError(items: readonly Labelled<number>[]): number | null {
  const mean = meanOf(items.map(({ actual, predicted }) => (actual - predicted) ** 2));
  return mean === null ? null : Math.sqrt(mean);
}
