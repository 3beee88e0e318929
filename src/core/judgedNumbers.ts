import type { CalibrationFile } from "../schema/calibration.js";
import type { JudgementLine, JudgeName } from "../schema/judgement.js";
import type { Estimate, JudgedNumber, Score } from "../schema/score.js";
import type { TrialResult } from "../schema/trial.js";
import { judgementIn } from "./judgedReply.js";
import { meanOf } from "./statistics/mean.js";
import { correctedRate } from "./statistics/roganGladen.js";

/** What judged numbers are made of: a run's kept trials by id, its scores and estimates, and the votes of one judge a rubric. */
export interface JudgedResults {
  kept: ReadonlyMap<string, TrialResult>;
  scores: readonly Score[];
  estimates: readonly Estimate[];
  judgements: readonly JudgementLine[];
  calibrations: readonly CalibrationFile[];
  seed: number;
}

/**
 * Every number that rests on a judge, with what tells how far it can be trusted: votes that were void, unread or failed, how
 * far repeats agree, and, where the judge was calibrated, the rate corrected by its sensitivity and specificity.
 */
export function judgedNumbers(results: JudgedResults): JudgedNumber[] {
  const judges = new Map(results.scores.flatMap(({ scorer, judge }) => (judge ? [[scorer, judge] as const] : [])));
  return results.estimates.flatMap((estimate) => {
    const judge = judges.get(estimate.scorer);
    return judge ? [numberOf(estimate, judge, results)] : [];
  });
}

function numberOf(estimate: Estimate, judge: JudgeName, results: JudgedResults): JudgedNumber {
  const { scorer, assistant, value, low, high, n, reason } = estimate;
  const own = [...results.kept.values()].filter((head) => head.assistant.id === assistant);
  const trials = new Set(own.map(({ id }) => id));
  const lines = results.judgements.filter(({ rubric, trial }) => rubric === judge.rubric && trials.has(trial));
  const judged = [...Map.groupBy(lines, ({ trial, turn }) => `${trial} ${turn}`).values()].map(judgementIn);
  const votes = (outcome: JudgementLine["outcome"]) => lines.filter((line) => line.outcome === outcome).length;
  return {
    ...{ scorer, assistant, judge, value, low, high, n, reason },
    replies: judged.filter((one) => one.value !== null).length,
    undecided: judged.filter((one) => one.verdict === null).length,
    not_in_question: judged.filter((one) => one.verdict !== null && one.value === null).length,
    ...{ votes: lines.length, void: votes("void"), unread: votes("unread"), failed: votes("failed") },
    agreement: meanOf(judged.flatMap(({ agreement }) => agreement ?? [])),
    own_replies: own.some((head) => head.assistant.model === judge.model),
    ...corrected(estimate, judge, lines, results),
  };
}

type Corrected = Pick<JudgedNumber, "calibration" | "corrected">;

/** By Rogan and Gladen 1978. Only a rate can be corrected: verdicts that count as 0 or 1. */
function corrected(
  estimate: Estimate,
  judge: JudgeName,
  lines: readonly JudgementLine[],
  results: JudgedResults,
): Corrected {
  const file = results.calibrations.find((one) => isOf(one, judge));
  if (!file) return { calibration: null, corrected: null };
  const { labelled, kappa, sensitivity, specificity } = file.calibration;
  const calibration = { labelled, kappa, sensitivity: sensitivity.value, specificity: specificity.value };
  if (lines.some(({ order, value }) => order !== "alone" || (value !== null && value !== 0 && value !== 1)))
    return { calibration, corrected: null };
  const countOf = (rate: typeof sensitivity) => ({
    numerator: Math.round((rate.value ?? 0) * rate.of),
    denominator: rate.of,
  });
  const persons = personsIn(estimate, results);
  const rates = { positives: countOf(sensitivity), negatives: countOf(specificity), persons };
  const { value, low, high } = correctedRate(rates, results.seed);
  // Drawn anew, one person is always the same: that is no interval over persons.
  const alone = persons.length < 2;
  return { calibration, corrected: { value, low: alone ? null : low, high: alone ? null : high } };
}

/** Whether a calibration is of this judge: the same model with the same file of a rubric. */
export const isOf = (file: CalibrationFile, judge: Pick<JudgeName, "rubric" | "sha256" | "model">) =>
  file.rubric === judge.rubric && file.sha256 === judge.sha256 && file.judge === judge.model;

/** Of each person, how many replies were called positive, of how many. */
function personsIn({ scorer, assistant }: Estimate, { kept, scores }: JudgedResults) {
  const mine = scores.flatMap((score) => {
    const head = kept.get(score.trial);
    const counts = score.scorer === scorer && score.value !== null && head?.assistant.id === assistant;
    return counts
      ? [{ persona: head.persona, numerator: (score.value as number) * score.n, denominator: score.n }]
      : [];
  });
  return [...Map.groupBy(mine, ({ persona }) => persona).values()].map((own) => ({
    numerator: own.reduce((sum, { numerator }) => sum + numerator, 0),
    denominator: own.reduce((sum, { denominator }) => sum + denominator, 0),
  }));
}
