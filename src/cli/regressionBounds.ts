import type { Scale } from "../core/comparison.js";
import { UsageError } from "../core/errors.js";
import { ANY, type Bound } from "../core/regression.js";
import { knownWords } from "../store/nearest.js";

/** The bounds of `--fail-on endpoint[:size]`. Throws UsageError for what is not compared, what gets no worse, and sizes that are none. */
export function regressionBounds(asked: readonly string[], scales: readonly Scale[]): Bound[] {
  return asked.map((word) => {
    const [scorer = "", size = "0", ...rest] = word.split(":");
    const bound = Number(size);
    if (rest.length > 0 || size.trim() === "" || !Number.isFinite(bound) || bound < 0)
      throw new UsageError(`'${word}' has no size`, "a number from 0 on, such as --fail-on use.adherence:0.05");
    if (scorer === ANY) return { scorer, size: bound };
    const scale = scales.find(({ id }) => id === scorer);
    if (!scale)
      throw new UsageError(
        `nothing to compare for '${scorer}'`,
        knownWords(scorer, [ANY, ...scales.map(({ id }) => id)]),
      );
    if (scale.direction === "neither")
      throw new UsageError(`${scorer} cannot get worse: neither way is better`, "bound another scorer");
    return { scorer, size: bound };
  });
}
