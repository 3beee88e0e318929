import { meanOf } from "../../core/statistics/mean.js";
import type { Forecast } from "./forecast.js";

/**
 * The Brier score: the mean squared distance of probabilities from what came, in [0, 1], 0 is best, .25 for always saying ½.
 * Null of no items. Source: Brier 1950, Monthly Weather Review 78, 1–3, halved for two outcomes; as scikit-learn's
 * `brier_score_loss`.
 */
export function brierScore(forecasts: readonly Forecast[]): number | null {
  return meanOf(forecasts.map(({ confidence, came }) => (confidence - Number(came)) ** 2));
}
