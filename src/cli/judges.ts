import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../core/errors.js";
import { isOf } from "../core/judgedNumbers.js";
import { type CalibrationFile, calibrationFile } from "../schema/calibration.js";
import type { AssistantName } from "../schema/event.js";
import type { JudgeName } from "../schema/judgement.js";
import type { Rubric } from "../schema/rubric.js";
import type { Settings } from "../schema/settings.js";
import type { Suite } from "../schema/suite.js";
import { judgedRubrics } from "../scorers/chosen.js";
import { findRubric, loadRubric } from "../store/rubrics.js";
import { existing } from "./existing.js";
import type { Part } from "./models.js";
import type { Models } from "./online.js";
import { dataOf, PACKAGE_ROOT } from "./project.js";

/** A rubric with the hash of its file. */
export interface NamedRubric {
  rubric: Rubric;
  sha256: string;
}

/** Whom a run is judged by: one model with some rubrics, asked about each reply so many times. */
export interface Bench {
  model: string;
  settings: Settings;
  rubrics: readonly NamedRubric[];
  prompt: string;
  repeats: number;
}

/** A bench whose model can be asked. */
export interface OpenBench extends Bench {
  models: Models;
}

/** What is asked of a judge, as suites and flags name it. */
export type JudgeWords = Pick<Suite, "judge_model" | "judges" | "judge_repeats" | "same_judge" | "settings">;

/**
 * Whom a suite or the flags ask to judge; null where nobody. Throws UsageError for a rubric that is none, and where a model
 * would judge its own replies and that was not asked for.
 */
export function benchOf(
  { judge_model: model, judges, judge_repeats, same_judge, settings }: JudgeWords,
  arms: readonly AssistantName[],
  root: string,
): Bench | null {
  if (model === undefined || model === "offline") return null;
  const own = arms.filter((arm) => arm.model === model).map(({ id }) => id);
  if (own.length > 0 && !same_judge)
    throw new UsageError(
      `${model} would judge its own replies, those of ${own.join(", ")}`,
      "take another --judge-model, or say --same-judge: then the table says it, too",
    );
  const names = existing(judges, judgedRubrics(), "judge") ?? judgedRubrics();
  return {
    model,
    settings: judgeSettings(settings),
    rubrics: names.map((name) => namedRubric(name, [root, PACKAGE_ROOT])),
    prompt: judgePrompt(),
    repeats: judge_repeats ?? 1,
  };
}

/** A judge says what is likeliest, where nothing else is asked for. */
const judgeSettings = (settings: Suite["settings"]): Settings => ({ temperature: 0, ...settings?.judge });

/** The part that the judge of a suite plays; none where nobody judges. */
export function judgePart({ judge_model: name, settings }: JudgeWords): Part[] {
  if (name === undefined || name === "offline") return [];
  return [{ name, caller: "judge", settings: judgeSettings(settings) }];
}

export const judgePrompt = () => readFileSync(join(PACKAGE_ROOT, "prompts", "judge.md"), "utf8");

/** SHA-256 of a rubric's file, as it stands. */
export const rubricHash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

function namedRubric(name: string, roots: readonly string[]): NamedRubric {
  const path = findRubric(roots, name);
  if (path === null) throw new UsageError(`no rubric '${name}'`, `it should stand in rubrics/${name}.yaml`);
  return { rubric: dataOf(loadRubric(path)), sha256: rubricHash(path) };
}

/** How votes name a judge of a bench. */
export const judgeNames = ({ model, rubrics }: Bench): JudgeName[] =>
  rubrics.map(({ rubric: { id, version }, sha256 }) => ({ rubric: id, version, sha256, model }));

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
