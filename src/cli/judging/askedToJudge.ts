import { UsageError } from "../../core/errors.js";
import type { World } from "../../core/world.js";
import type { CalibrationFile } from "../../schema/calibration.js";
import type { JudgementLine, JudgeName } from "../../schema/judgement.js";
import type { Run } from "../../schema/run.js";
import { openJudgements } from "../../store/judgements.js";
import { budgetOf, JUDGED_AT_ONCE } from "../companyFor.js";
import { openConfig } from "../config.js";
import { interruptible } from "../interruptible.js";
import { judgeFlags, type RunOptions } from "../narrowed.js";
import type { Output } from "../output.js";
import { projectRoot } from "../project.js";
import { systemClock } from "../systemClock.js";
import { withSettings } from "../withSettings.js";
import { type Bench, benchOf, judgeNames, judgePart } from "./bench.js";
import { refuseOthers } from "./calibrations.js";
import { type JudgingEnd, judgeRun } from "./judgeRun.js";

/** What flags of `score` say of the judge. */
export type JudgeOptions = Pick<
  RunOptions,
  | "judgeModel"
  | "judges"
  | "judgeRepeats"
  | "sameJudge"
  | "calibration"
  | "set"
  | "concurrency"
  | "maxUsd"
  | "maxTokens"
  | "maxMinutes"
  | "quiet"
>;

/** What came of asking, and what there is now. */
export interface Asked {
  end: JudgingEnd;
  lines: readonly JudgementLine[];
  judges: readonly JudgeName[];
}

/** A recorded run, and what is known of its judge. */
interface Recorded {
  folder: string;
  run: Run;
  world: World;
  calibrations: readonly CalibrationFile[];
}

/**
 * Asks the judge that flags of `score` name about a run whose folder is held; null where they name none. Throws UsageError
 * where it cannot be asked at all.
 */
export async function askedToJudge(
  { folder, run, world, calibrations }: Recorded,
  options: JudgeOptions,
  output: Output,
): Promise<Asked | null> {
  const root = projectRoot();
  const settings = options.set ? withSettings(run.suite.settings, options.set) : run.suite.settings;
  const words = { ...(settings ? { settings } : {}), ...judgeFlags(options) };
  const bench = benchOf(words, run.assistants, root);
  if (bench === null) return refuseIdle(options);
  refuseOthers(calibrations, judgeNames(bench));
  const config = openConfig(root);
  const concurrency = options.concurrency ?? config.concurrency ?? JUDGED_AT_ONCE;
  const judgements = openJudgements(folder);
  const interruption = interruptible(output);
  try {
    const { openParts } = await import("../models.js");
    const models = await openParts(judgePart(words), {
      ...{ config, budget: budgetOf(options), concurrency },
      ...{ spent: judgements.used, clock: systemClock },
    });
    const end = await judgeRun({
      ...{ folder, world, judgements, concurrency },
      ...{ bench: { ...bench, models }, signal: interruption.signal, progress: progressOf(options) },
    });
    refuseSilent(bench, end);
    return { end, lines: judgements.lines, judges: judgeNames(bench) };
  } finally {
    interruption.end();
    judgements.close();
  }
}

/** Flags that mean nothing without a judge. */
function refuseIdle({ judges, judgeRepeats, sameJudge, set }: JudgeOptions): null {
  const idle = Object.entries({
    "--judges": judges,
    "--judge-repeats": judgeRepeats,
    "--same-judge": sameJudge,
    "--set": set,
  });
  const [flag] = idle.find(([, value]) => value !== undefined) ?? [];
  if (flag) throw new UsageError(`${flag} is given, but no judge`, "add --judge-model openai:NAME, or leave it out");
  return null;
}

/** A key that is wrong or a model that is not there is told as what it is, before any score changes. */
function refuseSilent({ model }: Bench, { because, stopped }: JudgingEnd): void {
  if (because && !stopped) throw new UsageError(`${model} does not judge: ${because.message}`, null, 3);
}

function progressOf({ quiet }: JudgeOptions): (done: number, of: number) => void {
  if (quiet) return () => {};
  if (process.stderr.isTTY)
    return (done, of) => process.stderr.write(`\r${done} of ${of} votes of the judge${done === of ? "\n" : ""}`);
  return (done, of) => {
    if (done % 50 === 0 || done === of) process.stderr.write(`${done} of ${of} votes of the judge\n`);
  };
}
