import { existsSync, readFileSync } from "node:fs";
import { UsageError } from "../../core/errors.js";
import { isOf } from "../../core/judgedNumbers.js";
import { type CalibrationFile, calibrationFile } from "../../schema/calibration.js";
import type { JudgeName } from "../../schema/judgement.js";

/** What `calibrate --save` wrote into files. Throws UsageError where one is none. */
export function readCalibrations(paths: readonly string[] = []): CalibrationFile[] {
  return paths.map((path) => {
    if (!existsSync(path))
      throw new UsageError(`${path} does not exist`, "`dramatis calibrate <rubric> --save FILE` makes one");
    try {
      return calibrationFile.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch {
      throw new UsageError(
        `${path} is no calibration of this version`,
        "`dramatis calibrate <rubric> --save FILE` makes one",
      );
    }
  });
}

/** Throws UsageError for a calibration of a judge that judged nothing here: its numbers say nothing of another. */
export function refuseOthers(calibrations: readonly CalibrationFile[], judges: readonly JudgeName[]): void {
  for (const file of calibrations)
    if (!judges.some((judge) => isOf(file, judge)))
      throw new UsageError(
        `no judge here is the one calibrated: ${file.judge} with ${file.rubric}, version ${file.version} (${file.sha256.slice(0, 8)})`,
        judges.length === 0
          ? "nobody judges this run: add --judge-model"
          : `there are: ${judges.map(({ rubric, version, sha256, model }) => `${model} with ${rubric}, version ${version} (${sha256.slice(0, 8)})`).join("; ")}`,
      );
}
