import type { CalibrationFile } from "../schema/calibration.js";
import type { AssistantName } from "../schema/event.js";
import type { JudgementLine } from "../schema/judgement.js";
import type { Estimate, Score, Summary } from "../schema/score.js";
import type { Suite } from "../schema/suite.js";
import type { TrialResult } from "../schema/trial.js";
import { type Cells, cellsOf, estimate, gathered, type Named, personMeans } from "./estimates/cells.js";
import { attribution, counterfactuals, pairedDifferences, SERVED } from "./estimates/comparisons.js";
import { COMPLETED, passed, powersOf } from "./estimates/passed.js";
import { type PooledMeasure, pooledEstimate } from "./estimates/pooled.js";
import { judgedNumbers } from "./judgedNumbers.js";
import { pairOf } from "./pairing.js";
import { intervalsFor } from "./statistics/interval.js";
import { thresholdOf } from "./threshold.js";

/** What a summary needs of a scorer. */
interface Scale extends Named {
  cannotSee: string;
}

/** What a run's numbers are computed from. */
export interface Results {
  run: { id: string; label: string; players: string; suite: Pick<Suite, "seed" | "thresholds" | "repeats"> };
  scales: readonly Scale[];
  heads: readonly TrialResult[];
  scores: readonly Score[];
  /** The votes of one judge a rubric, and what is known of judges; left out where nobody judged. */
  judgements?: readonly JudgementLine[];
  calibrations?: readonly CalibrationFile[] | undefined;
  /** What is measured in all that a person says to one assistant in the run; left out: nothing. */
  pooled?: readonly PooledMeasure[];
}

/**
 * The numbers of a run, from its trials and scores alone. The unit is the persona: a person's value is the mean of
 * their trials weighted by chances, an arm's the mean over persons with an interval over persons. A pair in which the simulated
 * user failed is left out of every arm.
 */
export function summaryOf({
  run,
  scales,
  heads: all,
  scores,
  judgements = [],
  calibrations = [],
  pooled = [],
}: Results): Summary {
  const heads = all.filter(({ twin }) => !twin);
  const failed = new Set(heads.filter(({ outcome }) => outcome === "simulator_error").map(pairOf));
  const kept = new Map(heads.filter((head) => !failed.has(pairOf(head))).map((head) => [head.id, head]));
  const cells: Cells = { byArm: gathered(kept, scores), intervalOf: intervalsFor(run.suite.seed) };
  const arms = [...new Map(heads.map(({ assistant }) => [assistant.id, assistant])).values()];
  const has = (scorer: string) => scales.some(({ id }) => id === scorer);
  const known = [...kept.values()];
  const estimates = [
    ...arms.flatMap((arm) => scales.map((scale) => estimateOf(arm, scale, cells))),
    ...(has(SERVED) ? [...pairedDifferences(arms, cells), ...arms.map((arm) => attribution(arm, known, cells))] : []),
    ...(has(COMPLETED) ? arms.flatMap((arm) => powersOf(run.suite).map((k) => passed(arm, cells, k))) : []),
    ...arms.flatMap((arm) => pooled.map((measure) => pooledEstimate(arm, measure, known, cells))),
    ...(heads.length < all.length ? arms.flatMap((arm) => counterfactuals(arm, all, cells)) : []),
  ];
  return {
    schema: "dramatis/summary@1",
    run: run.id,
    label: run.label,
    players: run.players,
    seed: run.suite.seed,
    outcomes: Object.fromEntries(arms.map(({ id }) => [id, countOutcomes(heads, id)])),
    dropped_pairs: failed.size,
    estimates,
    thresholds: run.suite.thresholds.map((bound) => thresholdOf(bound, estimates)),
    cannot_see: [...scales, ...pooled].map(({ id, cannotSee }) => `${id}: ${cannotSee}`),
    ...(judgements.length > 0
      ? { judged: judgedNumbers({ kept, scores, estimates, judgements, calibrations, seed: run.suite.seed }) }
      : {}),
  };
}

function estimateOf({ id }: AssistantName, scale: Scale, cells: Cells): Estimate {
  const mine = cellsOf(cells, scale.id, id);
  const interval = cells.intervalOf(personMeans(mine));
  return estimate(scale, id, interval, mine.length, mine.length === 0 ? "no trial had a chance to show it" : null);
}

function countOutcomes(heads: readonly TrialResult[], arm: string): Record<string, number> {
  const mine = heads.filter(({ assistant }) => assistant.id === arm);
  return Object.fromEntries(
    [...Map.groupBy(mine, ({ outcome }) => outcome)].map(([outcome, list]) => [outcome, list.length]),
  );
}
