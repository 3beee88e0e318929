import { meanOf } from "../../core/statistics/mean.js";
import type { Labelled } from "./labelled.js";

/** MAE, the mean distance of what was said from what was right, in the unit of the scale, 0 is best; null of no items. */
export function meanAbsoluteError(items: readonly Labelled<number>[]): number | null {
  return meanOf(items.map(({ actual, predicted }) => Math.abs(actual - predicted)));
}
