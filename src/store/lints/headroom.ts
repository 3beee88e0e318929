import { type Headroom, headroomOf } from "../../core/headroom.js";
import type { Lint } from "./lint.js";

/** Below this many people shares say nothing. */
const ENOUGH = 8;
const MOST_OPTIMAL = 0.4;
/** What knowing the person has to gain at a probe, in utility. */
export const LEAST_GAIN = 0.2;

/** Probes at which knowing the person gains too little, or one option is best for too many. */
export const headroom: Lint = (world, problem) => {
  if (Object.keys(world.personas).length < ENOUGH) return [];
  return Object.values(world.scenarios).flatMap((scenario) =>
    headroomOf(world, scenario).flatMap((found) =>
      shortcomings(found).flatMap((message) =>
        problem(
          "scenario",
          scenario.id,
          ["sessions"],
          `probe '${found.probe}': ${message}`,
          "vary the options' attributes",
          "warning",
        ),
      ),
    ),
  );
};

/** What keeps a probe from telling assistants apart, in words; nothing where it can. */
export function shortcomings({ optimal, bestForAll, bestPerPerson }: Headroom): string[] {
  const [favourite, share] = Object.entries(optimal).reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  const gain = bestPerPerson - bestForAll;
  const messages: string[] = [];
  if (share > MOST_OPTIMAL)
    messages.push(
      `'${favourite}' is best for ${Math.round(share * 100)} % of personas; at most ${MOST_OPTIMAL * 100} %`,
    );
  if (gain < LEAST_GAIN)
    messages.push(`knowing the person gains ${gain.toFixed(2)} over the option best for all; at least ${LEAST_GAIN}`);
  return messages;
}
