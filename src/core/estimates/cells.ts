import type { Estimate, Score } from "../../schema/score.js";
import type { TrialResult } from "../../schema/trial.js";
import type { Interval } from "../statistics/interval.js";

/** What a number is called, and which way is better. */
export type Named = Pick<Estimate, "version" | "direction"> & { id: string };

/** One score with the trial it is of. */
export interface Cell {
  head: TrialResult;
  value: number;
  n: number;
}

/** Known scores by scorer and arm, and how a mean over persons gets its interval. */
export interface Cells {
  byArm: ReadonlyMap<string, readonly Cell[]>;
  intervalOf(values: readonly number[]): Interval;
}

/** The known scores of these trials, by scorer and arm. */
export function gathered(kept: ReadonlyMap<string, TrialResult>, scores: readonly Score[]): Cells["byArm"] {
  const cells = new Map<string, Cell[]>();
  for (const { trial, scorer, value, n } of scores) {
    const head = kept.get(trial);
    if (!head || value === null || n <= 0) continue;
    const key = keyOf(scorer, head.assistant.id);
    const list = cells.get(key) ?? [];
    list.push({ head, value, n });
    cells.set(key, list);
  }
  return cells;
}

export const cellsOf = ({ byArm }: Cells, scorer: string, arm: string) => byArm.get(keyOf(scorer, arm)) ?? [];
const keyOf = (scorer: string, arm: string) => `${scorer}|${arm}`;

/** Of each person, the mean of their trials weighted by chances. */
export function personMeans(cells: readonly Cell[]): number[] {
  const byPerson = [...Map.groupBy(cells, ({ head }) => head.persona).values()];
  return byPerson.map(
    (own) => own.reduce((sum, { value, n }) => sum + value * n, 0) / own.reduce((sum, { n }) => sum + n, 0),
  );
}

/** A number of an arm, as summaries have it. */
export function estimate(
  { id: scorer, version, direction }: Named,
  assistant: string,
  interval: Interval,
  trials: number,
  reason: string | null,
): Estimate {
  return { scorer, version, assistant, direction, ...interval, trials, reason };
}
