import { axesOf } from "../schema/axes.js";
import type { CalibrationFile } from "../schema/calibration.js";
import type { AssistantName } from "../schema/event.js";
import type { JudgementLine } from "../schema/judgement.js";
import type { Estimate, Score, Summary } from "../schema/score.js";
import type { Suite } from "../schema/suite.js";
import type { TrialResult } from "../schema/trial.js";
import { attributionShare, attributionsOf } from "./attribution.js";
import { twinProbes } from "./counterfactuals.js";
import { judgedNumbers } from "./judgedNumbers.js";
import { ordered } from "./ordered.js";
import { pairOf } from "./pairing.js";
import { baselineFor } from "./plan.js";
import { type Interval, intervalsFor } from "./statistics/interval.js";
import { allSucceed } from "./statistics/passK.js";
import { POWER, powerIn, thresholdOf } from "./threshold.js";

/** What a summary needs of a scorer. */
interface Scale {
  id: string;
  version: number;
  direction: Estimate["direction"];
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

/** A measure of all turns of a person with one assistant, taken together, as one text each. */
export interface PooledMeasure {
  id: string;
  version: number;
  direction: Estimate["direction"];
  cannotSee: string;
  /** Null where the turns are too few. */
  of(turns: readonly string[]): number | null;
  none: string;
}

/** The scorer whose paired differences are the gain over `generic` and the specificity. */
const SERVED = "use.adherence";

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
  const cells: Cells = { byArm: gather(kept, scores), intervalOf: intervalsFor(run.suite.seed) };
  const arms = [...new Map(heads.map(({ assistant }) => [assistant.id, assistant])).values()];
  const estimates = [
    ...arms.flatMap((arm) => scales.map((scale) => estimateOf(arm, scale, cells))),
    ...(scales.some(({ id }) => id === SERVED)
      ? [...comparisons(arms, cells), ...arms.map((arm) => attribution(arm, [...kept.values()], cells))]
      : []),
    ...(scales.some(({ id }) => id === "service.completed")
      ? arms.flatMap((arm) => powersOf(run.suite).flatMap((k) => passed(arm, cells, k)))
      : []),
    ...arms.flatMap((arm) => pooled.map((measure) => pooledEstimate(arm, measure, [...kept.values()], cells))),
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

/** One score with the trial it is of. */
interface Cell {
  head: TrialResult;
  value: number;
  n: number;
}

/** Known scores by scorer and arm, and how a mean over persons gets its interval. */
interface Cells {
  byArm: ReadonlyMap<string, readonly Cell[]>;
  intervalOf(values: readonly number[]): Interval;
}

function gather(kept: ReadonlyMap<string, TrialResult>, scores: readonly Score[]): Cells["byArm"] {
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

const cellsOf = ({ byArm }: Cells, scorer: string, arm: string) => byArm.get(keyOf(scorer, arm)) ?? [];
const keyOf = (scorer: string, arm: string) => `${scorer}|${arm}`;

function estimateOf({ id }: AssistantName, scale: Scale, cells: Cells): Estimate {
  const mine = cellsOf(cells, scale.id, id);
  const interval = cells.intervalOf(personMeans(mine));
  return estimate(scale, id, interval, mine.length, mine.length === 0 ? "no trial had a chance to show it" : null);
}

function personMeans(cells: readonly Cell[]): number[] {
  const byPerson = [...Map.groupBy(cells, ({ head }) => head.persona).values()];
  return byPerson.map(
    (own) => own.reduce((sum, { value, n }) => sum + value * n, 0) / own.reduce((sum, { n }) => sum + n, 0),
  );
}

function estimate(
  scale: Pick<Scale, "id" | "version" | "direction">,
  assistant: string,
  interval: Interval,
  trials: number,
  reason: string | null,
): Estimate {
  const { id: scorer, version, direction } = scale;
  return { scorer, version, assistant, direction, ...interval, trials, reason };
}

/** Gain over the baseline, and of own materials over another segment's, as paired differences of adherence. */
function comparisons(arms: readonly AssistantName[], cells: Cells): Estimate[] {
  return arms.flatMap((arm) => {
    const baseline = baselineFor(arm, arms);
    const gain = baseline && arm !== baseline ? [difference("comparison.gain", arm, baseline, cells)] : [];
    const twin = arms.find(
      (other) =>
        (["technique", "model"] as const).every((key) => other[key] === arm[key]) &&
        JSON.stringify(axesOf(other)) === JSON.stringify(axesOf(arm)) &&
        other.materials === "other-segment",
    );
    return arm.materials === "own" && twin ? [...gain, difference("comparison.specificity", arm, twin, cells)] : gain;
  });
}

function difference(id: string, arm: AssistantName, other: AssistantName, cells: Cells): Estimate {
  const theirs = new Map(cellsOf(cells, SERVED, other.id).map((cell) => [pairOf(cell.head), cell]));
  const pairs = cellsOf(cells, SERVED, arm.id).flatMap((cell) => {
    const twin = theirs.get(pairOf(cell.head));
    return twin ? [{ ...cell, value: cell.value - twin.value }] : [];
  });
  const reason = pairs.length === 0 ? `no pair was finished by both ${arm.id} and ${other.id}` : null;
  return estimate(
    { id, version: 1, direction: "higher" },
    arm.id,
    cells.intervalOf(personMeans(pairs)),
    pairs.length,
    reason,
  );
}

/** How well it can be told from an arm's choices whom they were made for. */
function attribution({ id }: AssistantName, heads: readonly TrialResult[], cells: Cells): Estimate {
  const told = attributionsOf(heads.filter(({ assistant }) => assistant.id === id));
  const shares = [...Map.groupBy(told, ({ persona }) => persona).values()].flatMap(
    (own) => attributionShare(own) ?? [],
  );
  const scale = { id: "comparison.attribution", version: 1, direction: "higher" as const };
  const none = "no two persons with different best choices were asked the same";
  return estimate(scale, id, cells.intervalOf(shares), told.length, shares.length === 0 ? none : null);
}

/** The k of pass^k: the repeats of the suite, where there are several, and what its thresholds name. */
function powersOf({ repeats, thresholds }: Results["run"]["suite"]): number[] {
  const named = thresholds.flatMap(({ scorer }) => powerIn(scorer) ?? []);
  return [...new Set([...(repeats > 1 ? [repeats] : []), ...named])].sort((one, other) => one - other);
}

/**
 * pass^k, the chance that k repeats of a task all succeed: the mean over tasks of C(c, k) / C(n, k), with c of n
 * repeats a success (Yao et al., tau-bench, arXiv 2406.12045).
 */
function passed({ id }: AssistantName, cells: Cells, k: number): Estimate[] {
  const mine = cellsOf(cells, "service.completed", id).map((cell) => ({ ...cell, whole: cell.value === 1 }));
  const tasks = [...Map.groupBy(mine, ({ head }) => `${head.persona}|${head.scenario}`).values()].filter(
    (task) => task.length >= k,
  );
  const means = tasks.map((task) => ({
    head: (task[0] as Cell).head,
    value: allSucceed(task.length, task.filter(({ whole }) => whole).length, k),
    n: 1,
  }));
  const scale = { id: `${POWER}${k}`, version: 1, direction: "higher" as const };
  return [
    estimate(
      scale,
      id,
      cells.intervalOf(personMeans(means)),
      mine.length,
      tasks.length === 0 ? `no task was finished ${k} times` : null,
    ),
  ];
}

/** Choices that go with a swapped fact, and choices that it does not concern and that stay. */
function counterfactuals(arm: AssistantName, heads: readonly TrialResult[], cells: Cells): Estimate[] {
  const probes = twinProbes(heads.filter(({ assistant }) => assistant.id === arm.id));
  return [
    { id: "comparison.counterfactual", moves: true, none: "no swap moved what is best at a probe" },
    { id: "comparison.counterfactual.steady", moves: false, none: "every swap moved what is best" },
  ].map(({ id, moves, none }) => {
    const mine = probes.filter((probe) => probe.moves === moves);
    const byPerson = [...Map.groupBy(mine, ({ persona }) => persona).values()];
    const means = byPerson.map((own) => own.filter(({ right }) => right).length / own.length);
    const scale = { id, version: 1, direction: "higher" as const };
    return estimate(scale, arm.id, cells.intervalOf(means), mine.length, mine.length === 0 ? none : null);
  });
}

/** The mean over persons of a measure of all that each of them said to the arm, in the order of the trials' ids. */
function pooledEstimate(
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

function countOutcomes(heads: readonly TrialResult[], arm: string): Record<string, number> {
  const mine = heads.filter(({ assistant }) => assistant.id === arm);
  return Object.fromEntries(
    [...Map.groupBy(mine, ({ outcome }) => outcome)].map(([outcome, list]) => [outcome, list.length]),
  );
}
