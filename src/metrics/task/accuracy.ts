import { meanOf } from "../../core/statistics/mean.js";
import type { Labelled } from "./labelled.js";

/**
 * The share of items labelled right, in [0, 1]; null of none. An answer that could not be read is missing, not wrong:
 * leave it out and say how many there were. As scikit-learn's `accuracy_score`.
 */
export function accuracy<T>(items: readonly Labelled<T>[]): number | null {
  return meanOf(items.map(({ actual, predicted }) => Number(actual === predicted)));
}
