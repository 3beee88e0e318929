import { meanOf } from "../../core/statistics/mean.js";
import type { Labelled } from "./labelled.js";

/**
 * Macro-F1: the mean over labels of 2 · hits / (items with the label + items said to have it), so that rare labels weigh as much
 * as common ones; in [0, 1]. The labels are those that occur, as right or as said. Null of no items.
 * As scikit-learn's `f1_score(…, average="macro")`.
 */
export function macroF1<T>(items: readonly Labelled<T>[]): number | null {
  const labels = [...new Set(items.flatMap(({ actual, predicted }) => [actual, predicted]))];
  return meanOf(
    labels.map((label) => {
      const hits = items.filter(({ actual, predicted }) => actual === label && predicted === label).length;
      const marked = items.filter(({ actual }) => actual === label).length;
      return (2 * hits) / (marked + items.filter(({ predicted }) => predicted === label).length);
    }),
  );
}
