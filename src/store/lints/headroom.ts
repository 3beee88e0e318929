import { headroomOf } from "../../core/headroom.js";
import type { Lint } from "./lint.js";

/** Below this many people shares say nothing. */
const ENOUGH = 8;
export const MOST_OPTIMAL = 0.4;
export const LEAST_GAIN = 0.2;

/** Probes at which knowing the person gains too little, or one option is best for too many. */
export const headroom: Lint = (world, file) => {
  if (Object.keys(world.personas).length < ENOUGH) return [];
  return Object.values(world.scenarios).flatMap((scenario) =>
    headroomOf(world, scenario).flatMap(({ probe, optimal, bestForAll, bestPerPerson }) => {
      const [favourite, share] = Object.entries(optimal).reduce(
        (most, entry) => (entry[1] > most[1] ? entry : most),
        ["", 0],
      );
      const gain = bestPerPerson - bestForAll;
      const problem = (message: string) =>
        file("scenario", scenario.id)?.problem(
          ["sessions"],
          `probe '${probe}': ${message}`,
          "vary the options' attributes",
          "warning",
        ) ?? [];
      return [
        ...[
          share > MOST_OPTIMAL
            ? problem(
                `'${favourite}' is best for ${Math.round(share * 100)} % of personas; at most ${MOST_OPTIMAL * 100} %`,
              )
            : [],
        ].flat(),
        ...[
          gain < LEAST_GAIN
            ? problem(
                `knowing the person gains ${gain.toFixed(2)} over the option best for all; at least ${LEAST_GAIN}`,
              )
            : [],
        ].flat(),
      ];
    }),
  );
};
