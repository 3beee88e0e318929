import { existsSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import pLimit from "p-limit";
import { callBook } from "../../core/callBook.js";
import { ProviderError, UsageError } from "../../core/errors.js";
import { noUsage } from "../../core/usage.js";
import { type Compared, calibrationOf } from "../../judges/calibration.js";
import { calibrationText } from "../../judges/calibrationText.js";
import { type Judge, judgementOf } from "../../judges/judge.js";
import type { CalibrationFile } from "../../schema/calibration.js";
import type { Labelled, Rubric } from "../../schema/rubric.js";
import type { Settings } from "../../schema/settings.js";
import { makeFolder } from "../../store/makeFolder.js";
import { findRubric, loadLabels, loadRubric, rubricsIn } from "../../store/rubrics.js";
import { openConfig } from "../config.js";
import { interruptible } from "../interruptible.js";
import { judgePrompt, rubricHash } from "../judging/bench.js";
import type { Output } from "../output.js";
import { dataOf, PACKAGE_ROOT, projectRoot, refuse } from "../project.js";
import { systemClock } from "../systemClock.js";

/** How a judge is measured. */
export interface CalibrateOptions {
  judgeModel?: string;
  labels?: string;
  repeats: number;
  concurrency: number;
  limit?: number;
  json?: boolean;
  save?: string;
}

/**
 * `dramatis calibrate <rubric>`: asks a judge about labelled replies and says how far it agrees with people. Throws
 * UsageError where a file or the model cannot be had, or where a call fails for good.
 */
export async function calibrate(name: string, options: CalibrateOptions, output: Output): Promise<void> {
  const roots = [projectRoot(), PACKAGE_ROOT];
  const path = findRubric(roots, name);
  if (path === null)
    throw new UsageError(
      `no rubric '${name}'`,
      `there are: ${rubricsIn(roots).join(", ")}; or give the path of a file`,
    );
  const rubric = dataOf(loadRubric(path));
  const labels = labelsFor(rubric, roots, options);
  const model = options.judgeModel;
  if (model === undefined || model === "offline")
    throw new UsageError("a judge needs a model", "add --judge-model openai:NAME", 3);
  if (options.save) makeFolder(dirname(resolve(options.save)));
  const interruption = interruptible(output);
  try {
    const judge = await judgeWith(rubric, model, options);
    const compared = await comparedAll(judge, labels, options.concurrency, interruption.signal);
    const calibration = calibrationOf(rubric, compared);
    const whole: CalibrationFile = {
      schema: "dramatis/calibration@1",
      ...{
        rubric: rubric.id,
        version: rubric.version,
        sha256: rubricHash(path),
        judge: model,
        repeats: options.repeats,
      },
      calibration,
    };
    process.stdout.write(options.json ? `${JSON.stringify(whole)}\n` : calibrationText(rubric, model, calibration));
    if (options.save) writeFileSync(options.save, `${JSON.stringify(whole, null, 2)}\n`);
  } catch (error) {
    if (!interruption.signal.aborted) throw told(error, model);
    process.stderr.write("\ninterrupted: no numbers of a part of the replies\n");
    process.exitCode = 130;
  } finally {
    interruption.end();
  }
}

function labelsFor(rubric: Rubric, roots: readonly string[], { labels, limit }: CalibrateOptions): Labelled[] {
  const shipped = roots.map((root) => join(root, "rubrics", "labels", `${rubric.id}.jsonl`));
  const path = labels ?? shipped.find((one) => existsSync(one));
  if (path === undefined || !existsSync(path))
    throw new UsageError(`no labelled replies for ${rubric.id}`, "give a file of them: --labels FILE.jsonl");
  const read = loadLabels(path, rubric);
  refuse(read.problems);
  return read.labels.slice(0, limit);
}

async function judgeWith(rubric: Rubric, name: string, { repeats, concurrency }: CalibrateOptions): Promise<Judge> {
  const { openParts } = await import("../models.js");
  const settings: Settings = { temperature: 0 };
  const models = await openParts([{ name, caller: "judge", settings }], {
    config: openConfig(projectRoot()),
    ...{ budget: { usd: null, tokens: null, seconds: null }, concurrency, spent: noUsage(), clock: systemClock },
  });
  const book = callBook("calibration", 0, [], async () => {});
  return { rubric, model: models(name, "judge", book), prompt: judgePrompt(), repeats };
}

/** Asks about every reply. The first call that fails ends those that are out, and no other begins. */
async function comparedAll(
  judge: Judge,
  labels: readonly Labelled[],
  concurrency: number,
  interrupted: AbortSignal,
): Promise<Compared[]> {
  const limit = pLimit(concurrency);
  const failed = new AbortController();
  const signal = AbortSignal.any([interrupted, failed.signal]);
  let done = 0;
  return Promise.all(
    labels.map((labelled) =>
      limit(async () => {
        const { known, asked, reply } = labelled;
        const judgement = await judgementOf(judge, { known, asked, reply }, signal);
        done += 1;
        if (process.stderr.isTTY)
          process.stderr.write(`\r${done} of ${labels.length} judged${done === labels.length ? "\n" : ""}`);
        return { labelled, judgement };
      }),
    ),
  ).catch((error: unknown) => {
    failed.abort();
    throw error;
  });
}

/** What a call failed with, as the command line tells it. */
const told = (error: unknown, model: string) =>
  error instanceof ProviderError ? new UsageError(`${model} does not judge: ${error.message}`, null, 3) : error;
