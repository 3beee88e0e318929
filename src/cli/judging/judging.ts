import type { CalibrationFile } from "../../schema/calibration.js";
import type { Players } from "../companyFor.js";
import type { RunOptions } from "../narrowed.js";
import { type Bench, judgeNames, type OpenBench } from "./bench.js";
import { readCalibrations, refuseOthers } from "./calibrations.js";

/** Whom a run is judged by once it has been played, and what is known of them. */
export interface Judging {
  /** Null: nobody is asked, and what was said before counts. */
  bench: OpenBench | null;
  calibrations: readonly CalibrationFile[];
}

/** Who judges a run; null where nobody does. Throws UsageError before anything is played that could not be judged then. */
export async function judgingOf(
  bench: Bench | null,
  { calibration }: Pick<RunOptions, "calibration">,
  players: Pick<Players, "models">,
): Promise<Judging | null> {
  const calibrations = readCalibrations(calibration);
  refuseOthers(calibrations, bench ? judgeNames(bench) : []);
  return bench && { bench: { ...bench, models: await players.models() }, calibrations };
}
