import { baselinesBeside } from "../core/baselines.js";
import { ofOneJudge, type Wanted } from "../core/judgedReply.js";
import { changeCount, type ScoreChange } from "../core/scoreChanges.js";
import { summaryOf } from "../core/summary.js";
import type { World } from "../core/world.js";
import type { CalibrationFile } from "../schema/calibration.js";
import type { JudgementLine } from "../schema/judgement.js";
import type { Run } from "../schema/run.js";
import type { Score, Summary } from "../schema/score.js";
import { type TrialResult, trialResult } from "../schema/trial.js";
import { ALL_SCORERS } from "../scorers/registry.js";
import type { Scorer } from "../scorers/scorer.js";
import { scoring } from "../scorers/scoring.js";
import { readScoresByTrial, readSummary, readTrials, type ScoreLine } from "../store/recorded.js";
import { diversityFor } from "./diversity.js";

/** What is scored again: all lines of these scorers; those of others stay to the byte where `keep` is set. */
export interface Asked {
  folder: string;
  run: Run;
  world: World;
  scorers: readonly Scorer[];
  keep: boolean;
  /** What judges said of the run: all lines there are; `judges` are those that count where there are several. */
  judgements: readonly JudgementLine[];
  judges?: readonly Wanted[] | undefined;
  calibrations?: readonly CalibrationFile[] | undefined;
}

/** Scores the recorded trials of a run, hands their lines to `write` in plan order, and tells what changed. */
export async function rescored(
  { folder, run, world, scorers, keep, judgements: all, judges, calibrations }: Asked,
  write: (lines: readonly string[]) => void,
): Promise<{ summary: Summary; changes: ScoreChange[] }> {
  const scoresOf = scoring(world, scorers);
  const judgements = ofOneJudge(all, judges);
  const judged = Map.groupBy(judgements, ({ trial }) => trial);
  const besideOf = baselinesBeside();
  const earlier = readScoresByTrial(folder);
  const [heads, scores, count]: [TrialResult[], Score[], ReturnType<typeof changeCount>] = [[], [], changeCount()];
  const fresh = new Set(scorers.map(({ id }) => id));
  for await (const trial of readTrials(folder)) {
    const before = await earlier(trial.id);
    const now = scoresOf(trial, besideOf(trial), judged.get(trial.id)).map((score) => ({
      score,
      text: JSON.stringify(score),
    }));
    const kept = keep ? before.filter(({ score }) => !fresh.has(score.scorer)) : [];
    const lines = inOrder([...now, ...kept]);
    write(lines.map(({ text }) => text));
    heads.push(trialResult.parse(trial));
    scores.push(...lines.map(({ score }) => ({ ...score, evidence: [] })));
    count.add(
      before.map(({ score }) => score),
      lines.map(({ score }) => score),
    );
  }
  const scales = scalesOf(scores);
  const pooled = diversityFor(scales);
  const summary = summaryOf({ run, scales, heads, scores, pooled, judgements, calibrations });
  return { summary, changes: count.changes(readSummary(folder), summary) };
}

/** In the order of the registry; what is not in it any more comes last. */
function inOrder(lines: readonly ScoreLine[]): ScoreLine[] {
  const place = ({ score }: ScoreLine) => {
    const at = ALL_SCORERS.findIndex(({ id }) => id === score.scorer);
    return at < 0 ? ALL_SCORERS.length : at;
  };
  return [...lines].sort((one, other) => place(one) - place(other));
}

/** The scorers that there are scores of, with the versions that these are of. */
function scalesOf(scores: readonly Score[]): Scorer[] {
  const versions = new Map(scores.map(({ scorer, version }) => [scorer, version]));
  return ALL_SCORERS.flatMap((scorer) => {
    const version = versions.get(scorer.id);
    return version === undefined ? [] : [{ ...scorer, version }];
  });
}
