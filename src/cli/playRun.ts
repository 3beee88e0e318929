import { type Performed, performRun } from "../core/run.js";
import type { RunState } from "../core/runState.js";
import type { Company } from "../core/trial.js";
import type { World } from "../core/world.js";
import type { Run } from "../schema/run.js";
import { chosenScorers } from "../scorers/chosen.js";
import { scoring } from "../scorers/scoring.js";
import type { RunFolder } from "../store/runFolder.js";
import { JUDGED_AT_ONCE, usualConcurrency } from "./companyFor.js";
import { deadline } from "./deadline.js";
import { exitCodeOf } from "./exitCode.js";
import type { Interruption } from "./interruptible.js";
import { endingLines } from "./judging/endingLines.js";
import { judgedScores } from "./judging/judgedScores.js";
import type { Judging } from "./judging/judging.js";
import type { RunOptions } from "./narrowed.js";
import { LostOutput } from "./output.js";
import { reporterFor } from "./reporterFor.js";
import { writeRunReports } from "./runReports.js";
import { addResult, type RunResults } from "./runResults.js";
import type { CommandReporter } from "./staging.js";
import { summarise } from "./summarise.js";
import { systemClock } from "./systemClock.js";
import { usedIn } from "./usedIn.js";

/** A run that is about to begin. */
export interface Opened {
  head: Run;
  world: World;
  company: Company;
  folder: RunFolder;
  options: RunOptions;
  interruption: Interruption;
  results: RunResults;
  /** Who judges it then; left out: nobody. */
  judging?: Judging | null;
}

/**
 * Plays a run, shows it, writes how it ended and gives its exit code. Throws what breaks the run, with the terminal
 * given back.
 */
export async function playRun(opened: Opened): Promise<number> {
  const { head, world, folder, options, interruption } = opened;
  const scales = chosenScorers(head.suite);
  const reporter = await reporterFor(options, { head, world, scales, interruption, readTrial: folder.eventsOf });
  try {
    const came = await performed(opened, reporter);
    const loss = interruption.loss();
    if (loss instanceof Error) throw new LostOutput(loss);
    return await finishRun(opened, reporter, came, loss === "closed");
  } catch (error) {
    reporter.close();
    throw error;
  }
}

function performed(opened: Opened, reporter: CommandReporter): Promise<Performed> {
  const { head, world, company, folder, options, interruption, results } = opened;
  const { plan, suite, assistants: arms } = head;
  return performRun({
    ...{ plan, arms, suite, world, company, ledger: folder },
    score: scoring(world, chosenScorers(suite)),
    watcher: {
      event: reporter.event,
      delta: reporter.delta,
      committed(trial, scores) {
        addResult(results, trial);
        reporter.committed(trial, scores);
      },
    },
    concurrency: options.concurrency ?? usualConcurrency(suite, arms),
    signal: interruption.signal,
    gate: deadline(reporter.gate, options.maxMinutes, systemClock),
  });
}

async function finishRun(
  opened: Opened,
  reporter: CommandReporter,
  { committed, spent }: Performed,
  unread: boolean,
): Promise<number> {
  const { head, folder, interruption, results } = opened;
  const scales = chosenScorers(head.suite);
  const planned = head.plan.length;
  const interrupted = interruption.signal.aborted || (committed < planned && !spent);
  const played = interrupted ? "interrupted" : spent ? "spent" : null;
  const judged = played ? null : await judgedRun(opened, reporter);
  const stopped = played ?? judged?.end.stopped ?? null;
  // Who stops a run wants to be gone: `table` computes the numbers of what was finished.
  const summary = stopped ? null : (judged?.summary ?? (await summarise(folder.path, head, scales, results.trials)));
  if (summary) folder.writeSummary(summary);
  const outcomes = results.counts;
  // A closed pipe ends quietly: who closed it had seen enough.
  const exitCode = unread ? 0 : exitCodeOf({ stopped, outcomes, summary, unanswered: judged?.end });
  folder.writeRun({
    ...{ ...head, ended: new Date().toISOString(), status: stopped ?? "finished", counts: outcomes },
    ...{ usage: usedIn(folder), repeated: folder.repeated(), exit_code: exitCode },
  });
  const state: RunState = { planned, committed, stopped, outcomes };
  await writeRunReports(opened.options, { head, summary, state, folder: folder.path });
  if (unread) reporter.close();
  else {
    for (const line of endingLines(spent, judged?.end)) process.stderr.write(`${line}\n`);
    await reporter.finished({ summary, folder: folder.path, exitCode, state });
  }
  return exitCode;
}

/** Judges what was played, where somebody is to; null where nobody is. */
async function judgedRun({ head, world, folder, options, interruption, judging }: Opened, reporter: CommandReporter) {
  if (!judging) return null;
  return judgedScores({
    ...{ folder: folder.path, run: head, world, ...judging },
    concurrency: options.concurrency ?? JUDGED_AT_ONCE,
    signal: interruption.signal,
    progress: (done, of) => reporter.judged?.(done, of),
  });
}
