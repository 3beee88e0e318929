import type { Lint } from "./lint.js";

/** With fewer, people of one run ask in the same words. */
const ENOUGH = 4;

/** Scenarios of more than one person whose probes have too few wordings for all to ask in words of their own. */
export const fewWordings: Lint = ({ scenarios, personas }, problem) =>
  Object.keys(personas).length < 2
    ? []
    : Object.values(scenarios).flatMap(({ id, sessions }) => {
        const few = sessions.flatMap(({ probes }) => probes.filter(({ ask }) => ask.length < ENOUGH));
        if (few.length === 0) return [];
        return problem(
          "scenario",
          id,
          ["sessions"],
          `${few.length === 1 ? "a probe has" : `${few.length} probes have`} fewer than ${ENOUGH} wordings in 'ask': ${few.map((probe) => probe.id).join(", ")}`,
          "write more, so that not everybody asks in the same words; where only one person plays it, one is enough",
          "warning",
        );
      });
