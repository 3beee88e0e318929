import { type Results, summaryOf, type TrialHead } from "../core/summary.js";
import type { Run } from "../schema/run.js";
import type { Score, Summary } from "../schema/score.js";
import type { Trial } from "../schema/trial.js";
import type { Scorer } from "../scorers/scorer.js";
import { readHeads, readScores } from "../store/recorded.js";

/** The summary of a run, from its two files; `known` saves reading the larger one, where all its trials are at hand. */
export async function summarise(
  folder: string,
  run: Run,
  scorers: readonly Scorer[],
  known?: readonly TrialHead[],
): Promise<Summary> {
  const heads = known ?? (await headsOf(folder));
  const scores: Score[] = [];
  for await (const score of readScores(folder)) scores.push({ ...score, evidence: [] });
  const results: Results = { run, scales: scorers, heads, scores };
  return summaryOf(results);
}

/** What a summary needs of a trial, and nothing of its talk. */
export function headOf({ id, persona, scenario, repeat, assistant, outcome }: Trial): TrialHead {
  return { id, persona, scenario, repeat, assistant, outcome };
}

async function headsOf(folder: string): Promise<TrialHead[]> {
  const heads: TrialHead[] = [];
  for await (const head of readHeads(folder)) heads.push(head);
  return heads;
}
