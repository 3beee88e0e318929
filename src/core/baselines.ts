import type { Trial } from "../schema/trial.js";
import { pairOf } from "./pairing.js";
import { baselineFor, isBaseline } from "./plan.js";

/**
 * Tells of trials in plan order which trial of the same pair each is compared with; null where there is none. Remembers the
 * baselines of the current pair only, for a plan goes pair by pair, baselines first; `earlier` are those of a pair that is
 * gone on with.
 */
export function baselinesBeside(earlier: readonly Trial[] = []): (trial: Trial) => Trial | null {
  let baselines = [...earlier];
  return (trial) => {
    baselines = baselines.filter((one) => pairOf(one) === pairOf(trial));
    if (isBaseline(trial.assistant)) baselines.push(trial);
    const arms = baselines.map(({ assistant }) => assistant);
    const beside = baselineFor(trial.assistant, arms);
    return baselines.find(({ assistant }) => assistant === beside) ?? null;
  };
}
