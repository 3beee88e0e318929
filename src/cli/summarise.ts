import { type Results, summaryOf, type TrialHead } from "../core/summary.js";
import type { Run } from "../schema/run.js";
import type { Score, Summary } from "../schema/score.js";
import type { Scorer } from "../scorers/scorer.js";
import { readHeads, readScores } from "../store/recorded.js";

/** The summary of a run, from its two files. */
export async function summarise(folder: string, run: Run, scorers: readonly Scorer[]): Promise<Summary> {
  const heads: TrialHead[] = [];
  for await (const head of readHeads(folder)) heads.push(head);
  const scores: Score[] = [];
  for await (const score of readScores(folder)) scores.push({ ...score, evidence: [] });
  const results: Results = { run, scales: scorers, heads, scores };
  return summaryOf(results);
}
