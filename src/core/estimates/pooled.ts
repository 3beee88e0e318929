import type { AssistantName } from "../../schema/event.js";
import type { Estimate } from "../../schema/score.js";
import type { TrialResult } from "../../schema/trial.js";
import { ordered } from "../ordered.js";
import { type Cells, estimate, type Named } from "./cells.js";

/** A measure of all turns of a person with one assistant, taken together, as one text each. */
export interface PooledMeasure extends Named {
  cannotSee: string;
  /** Null where the turns are too few. */
  of(turns: readonly string[]): number | null;
  none: string;
}

/** The mean over persons of a measure of all that each of them said to the arm, in the order of the trials' ids. */
export function pooledEstimate(
  { id }: AssistantName,
  measure: PooledMeasure,
  kept: readonly TrialResult[],
  { intervalOf }: Cells,
): Estimate {
  const mine = ordered(
    kept.filter(({ assistant }) => assistant.id === id),
    (head) => head.id,
  );
  const turnsOf = (heads: readonly TrialResult[]) =>
    heads.flatMap(({ sessions = [] }) => sessions.flatMap(({ turns }) => turns.map(({ text }) => text)));
  const byPerson = [...Map.groupBy(mine, ({ persona }) => persona).values()];
  const values = byPerson.flatMap((own) => measure.of(turnsOf(own)) ?? []);
  return estimate(measure, id, intervalOf(values), mine.length, values.length === 0 ? measure.none : null);
}
