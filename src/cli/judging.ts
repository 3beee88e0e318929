import type { BudgetSpent } from "../core/errors.js";
import { add, noUsage } from "../core/usage.js";
import type { CalibrationFile } from "../schema/calibration.js";
import type { AssistantName } from "../schema/event.js";
import type { Suite } from "../schema/suite.js";
import type { Usage } from "../schema/usage.js";
import { readJudgements, usedBy } from "../store/judgements.js";
import type { RunFolder } from "../store/runFolder.js";
import type { Players } from "./companyFor.js";
import type { JudgingEnd } from "./judgeRun.js";
import { benchOf, judgeNames, type OpenBench, readCalibrations, refuseOthers } from "./judges.js";
import type { RunOptions } from "./narrowed.js";

/** Whom a run is judged by once it has been played, and what is known of them. */
export interface Judging {
  /** Null: nobody is asked, and what was said before counts. */
  bench: OpenBench | null;
  calibrations: readonly CalibrationFile[];
}

/** Who judges a run; null where nobody does. Throws UsageError before anything is played that could not be judged then. */
export async function judgingOf(
  suite: Suite,
  arms: readonly AssistantName[],
  { calibration }: RunOptions,
  root: string,
  players: Players,
): Promise<Judging | null> {
  const bench = benchOf(suite, arms, root);
  const calibrations = readCalibrations(calibration);
  refuseOthers(calibrations, bench ? judgeNames(bench) : []);
  return bench && { bench: { ...bench, models: await players.models() }, calibrations };
}

/** What all calls of a run used, those to judges too. */
export function usedIn({ path, used }: Pick<RunFolder, "path" | "used">): Usage {
  const sum = noUsage();
  add(sum, used);
  add(sum, usedBy(readJudgements(path)));
  return sum;
}

/** What is said of a budget that ended a run, and of a judge that did not answer. */
export function endingLines(spent: BudgetSpent | null, judged: JudgingEnd | undefined): string[] {
  if (spent) return [spent.message];
  if (!judged) return [];
  const { because, stopped, failed } = judged;
  if (because && !stopped) return [`the judge does not judge: ${because.message}`];
  if (because) return [because.message];
  return failed > 0 ? [`${failed} calls to the judge failed: they are made again by \`score\` with --judge-model`] : [];
}
