import { comparisonsOf, type Scale } from "../../core/comparison.js";
import { UsageError } from "../../core/errors.js";
import { jsonLine } from "../../core/harmless.js";
import { type Regression, regressionsOf } from "../../core/regression.js";
import { comparisonMarkdown } from "../../reporters/comparisonMarkdown.js";
import { comparisonText } from "../../reporters/comparisonText.js";
import type { Comparison } from "../../schema/comparison.js";
import { isMeant } from "../../scorers/chosen.js";
import { ALL_SCORERS } from "../../scorers/registry.js";
import { comparedArms } from "../comparedArms.js";
import { differingRuns } from "../differingRuns.js";
import { existing } from "../existing.js";
import { type RecordedNumbers, recordedNumbers, sideOf } from "../recordedNumbers.js";
import { recordedRun } from "../recordedRuns.js";
import { regressionBounds } from "../regressionBounds.js";
import { refuseUnwritable, writeReport } from "../reportFile.js";

/** What is compared, what must not get worse, and where it is written. */
export interface CompareOptions {
  out: string;
  arms?: string[];
  scorers?: string[];
  failOn?: string[];
  markdown?: string;
  junit?: string;
  json?: boolean;
}

/** `dramatis compare <a> <b>`: arms of two runs, or of one, side by side. Exit code 1 where one regressed past a bound of `--fail-on`. */
export async function compare(a: string, b: string, options: CompareOptions): Promise<void> {
  refuseUnwritable(options.markdown, options.junit);
  const [first, second] = [recordedRun(options.out, a), recordedRun(options.out, b)];
  const before = await recordedNumbers(first);
  const after = first === second ? before : await recordedNumbers(second);
  const scales = scalesOf(before, after, options.scorers);
  const bounds = regressionBounds(options.failOn ?? [], scales);
  const sides = comparedArms(before.run, after.run, options.arms).map(
    ([one, other]) => [sideOf(before, one), sideOf(after, other)] as const,
  );
  for (const line of differingRuns(before.run, after.run)) process.stderr.write(`not the same: ${line}\n`);
  const found = comparisonsOf(sides, scales, before.run.suite.seed).map((comparison) => ({
    comparison,
    regressions: regressionsOf(comparison, bounds),
  }));
  await show(found, options);
  const regressed = found.flatMap(({ regressions }) => regressions);
  for (const { scorer, assistant, why } of regressed) process.stderr.write(`${scorer} of ${assistant}: ${why}\n`);
  if (regressed.length > 0) process.exitCode = 1;
}

/** The scorers that both runs have scores of, or of these the ones that were asked for. */
function scalesOf(before: RecordedNumbers, after: RecordedNumbers, words: readonly string[] | undefined): Scale[] {
  const both = ALL_SCORERS.filter(({ id }) => before.scores.has(id) && after.scores.has(id));
  if (both.length === 0)
    throw new UsageError(
      `${before.name} and ${after.name} have no scorer in common`,
      "score them with the same scorers: `score <run>` writes scores.jsonl again",
    );
  const known = both.flatMap(({ id }) => [id, id.split(".")[0] as string]);
  const asked = existing(words, [...new Set(known)], "scorer");
  if (asked === undefined) return both;
  return both.filter(({ id }) => isMeant(id, asked));
}

interface Found {
  comparison: Comparison;
  regressions: Regression[];
}

async function show(found: readonly Found[], { json, markdown, junit }: CompareOptions): Promise<void> {
  const width = process.stdout.columns ?? 120;
  const text = found.map(({ comparison }) => (json ? jsonLine(comparison) : `${comparisonText(comparison, width)}\n`));
  process.stdout.write(`${text.join("\n")}\n`);
  if (markdown !== undefined) writeReport(markdown, comparisonMarkdown(found.map(({ comparison }) => comparison)));
  if (junit !== undefined)
    writeReport(junit, (await import("../../reporters/comparisonJunit.js")).comparisonJunit(found));
}
