import { ofOneJudge } from "../core/judgedReply.js";
import { type Results, summaryOf } from "../core/summary.js";
import type { Run } from "../schema/run.js";
import type { Score, Summary } from "../schema/score.js";
import type { TrialResult } from "../schema/trial.js";
import { judgedScorers } from "../scorers/chosen.js";
import type { Scorer } from "../scorers/scorer.js";
import { readJudgements } from "../store/judgements.js";
import { readResults, readScores } from "../store/recorded.js";
import { diversityFor } from "./diversity.js";

/** The summary of a run, from its two files; `known` saves reading the larger one, where all its trials are at hand. */
export async function summarise(
  folder: string,
  run: Run,
  scorers: readonly Scorer[],
  known?: readonly TrialResult[],
): Promise<Summary> {
  const heads = known ?? (await resultsIn(folder));
  const scores: Score[] = [];
  for await (const score of readScores(folder)) scores.push({ ...score, evidence: [] });
  const judgements = ofOneJudge(readJudgements(folder));
  const judged = judgedScorers(judgements.map(({ rubric }) => rubric)).filter(({ id }) =>
    scores.some(({ scorer }) => scorer === id),
  );
  const scales = [...scorers, ...judged];
  const results: Results = { run, scales, heads, scores, judgements, pooled: diversityFor(scorers) };
  return summaryOf(results);
}

async function resultsIn(folder: string): Promise<TrialResult[]> {
  const results: TrialResult[] = [];
  for await (const result of readResults(folder)) results.push(result);
  return results;
}
