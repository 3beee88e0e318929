import type { World } from "../../core/world.js";
import type { CalibrationFile } from "../../schema/calibration.js";
import type { Run } from "../../schema/run.js";
import type { Summary } from "../../schema/score.js";
import { judgedScorers } from "../../scorers/chosen.js";
import { openJudgements } from "../../store/judgements.js";
import { scoresBeside } from "../../store/rescoring.js";
import { rescored } from "../rescored.js";
import { judgeNames, type OpenBench } from "./bench.js";
import { type JudgingEnd, judgeRun } from "./judgeRun.js";

/** A run that has been played, and who judges it. */
export interface PlayedRun {
  folder: string;
  run: Run;
  world: World;
  /** Null: nobody is asked, and what was said before counts. */
  bench: OpenBench | null;
  calibrations: readonly CalibrationFile[];
  concurrency: number;
  signal: AbortSignal;
  progress(done: number, of: number): void;
}

/**
 * Judges the trials of a run whose folder is held already, and puts the scores that rest on it beside those there are. Where
 * the judging was stopped there is no summary, and the scores stay as they were.
 */
export async function judgedScores(played: PlayedRun): Promise<{ end: JudgingEnd; summary: Summary | null }> {
  const { folder, run, world, bench, calibrations } = played;
  const judgements = openJudgements(folder);
  try {
    const end = bench ? await judgeRun({ ...played, bench, judgements }) : NOBODY_ASKED;
    if (end.stopped) return { end, summary: null };
    const judges = bench ? judgeNames(bench) : [];
    const scorers = judgedScorers([...judges, ...judgements.lines].map(({ rubric }) => rubric));
    const rescoring = scoresBeside(folder);
    try {
      const asked = { folder, run, world, scorers, keep: true, judgements: judgements.lines, judges, calibrations };
      const { summary } = await rescored(asked, rescoring.write);
      rescoring.replace(summary);
      return { end, summary };
    } finally {
      rescoring.close();
    }
  } finally {
    judgements.close();
  }
}

const NOBODY_ASKED: JudgingEnd = { wanted: 0, done: 0, failed: 0, stopped: null, because: null };
