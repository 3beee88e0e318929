import { basename } from "node:path";
import { type Comparison, comparisonOf, type Side } from "../../core/comparison.js";
import { UsageError } from "../../core/errors.js";
import { comparisonMarkdown, comparisonText, type Names } from "../../reporters/comparison.js";
import type { AssistantName } from "../../schema/event.js";
import type { Run } from "../../schema/run.js";
import type { Score } from "../../schema/score.js";
import { chosenScorers } from "../../scorers/chosen.js";
import { knownWords } from "../../store/nearest.js";
import { readResults, readRun, readScores } from "../../store/recorded.js";
import { recordedRun } from "../recordedRuns.js";

/** What is compared, and what must not get worse. */
export interface CompareOptions {
  out: string;
  assistant?: string;
  assistantB?: string;
  scorers?: string;
  failOn?: string[];
  markdown?: boolean;
  json?: boolean;
}

/**
 * `dramatis compare <a> <b>`: each arm of two runs side by side, or two arms of one. Exit code 1 where a scorer of
 * `--fail-on` got worse by more than its margin: where the whole interval of the difference lies on the wrong side of it.
 */
export async function compare(a: string, b: string, options: CompareOptions): Promise<void> {
  const [before, after] = [recordedRun(options.out, a), recordedRun(options.out, b)];
  const [one, other] = [readRun(before), readRun(after)];
  sayWhatDiffers(one, other);
  const scales = scalesOf([one, other], options.scorers);
  const regressed: string[] = [];
  for (const [from, to] of armsOf(one, other, options)) {
    const [first, second] = [await sideOf(before, from), await sideOf(after, to)];
    const comparison = comparisonOf(first, second, scales, one.suite.seed);
    const names = { before: nameOf(before, from), after: nameOf(after, to), seed: one.suite.seed };
    show(comparison, names, options);
    regressed.push(...regressions(comparison, options.failOn ?? []).map((scorer) => `${scorer} of ${to.id}`));
  }
  if (regressed.length > 0) {
    process.stderr.write(`got worse: ${regressed.join(", ")}\n`);
    process.exitCode = 1;
  }
}

const nameOf = (folder: string, arm: AssistantName) => `${basename(folder)} ${arm.id}`;

function show(comparison: Comparison, names: Names, { json, markdown }: CompareOptions): void {
  const text = json
    ? JSON.stringify({ schema: "dramatis/comparison@1", ...names, ...comparison })
    : markdown
      ? comparisonMarkdown(comparison, names)
      : `${comparisonText(comparison, names)}\n`;
  process.stdout.write(`${text}\n`);
}

/** The arms named, each against each; without names, those that both runs have. */
function armsOf(one: Run, other: Run, { assistant, assistantB }: CompareOptions): [AssistantName, AssistantName][] {
  if (assistantB !== undefined && assistant === undefined)
    throw new UsageError("--assistant-b needs --assistant", "name both arms that are compared");
  if (assistant !== undefined) return [[armIn(one, assistant), armIn(other, assistantB ?? assistant)]];
  const shared = one.assistants.flatMap((arm): [AssistantName, AssistantName][] => {
    const twin = other.assistants.find(({ id }) => id === arm.id);
    return twin ? [[arm, twin]] : [];
  });
  if (one.id === other.id)
    throw new UsageError("a run against itself", "name two of its arms: --assistant x --assistant-b y");
  if (shared.length === 0)
    throw new UsageError("the two runs have no arm in common", "name two: --assistant x --assistant-b y");
  return shared;
}

function armIn({ id, assistants }: Run, name: string): AssistantName {
  const found = assistants.find((arm) => arm.id === name);
  if (!found)
    throw new UsageError(
      `no arm '${name}' in ${id}`,
      knownWords(
        name,
        assistants.map((arm) => arm.id),
      ),
    );
  return found;
}

async function sideOf(folder: string, { id }: AssistantName): Promise<Side> {
  const heads = [];
  for await (const head of readResults(folder)) if (head.assistant.id === id) heads.push(head);
  const mine = new Set(heads.map((head) => head.id));
  const scores: Score[] = [];
  for await (const score of readScores(folder)) if (mine.has(score.trial)) scores.push({ ...score, evidence: [] });
  return { heads, scores };
}

function scalesOf(runs: readonly Run[], asked: string | undefined) {
  const [scales = [], others = []] = runs.map(({ suite }) => chosenScorers(suite));
  const both = scales.filter(({ id }) => others.some((other) => other.id === id));
  if (asked === undefined) return both;
  return asked.split(",").map((word) => {
    const found = both.find(({ id }) => id === word);
    if (!found)
      throw new UsageError(
        `no scorer '${word}' in both runs`,
        knownWords(
          word,
          both.map(({ id }) => id),
        ),
      );
    return found;
  });
}

/** What is not the same in two runs beside their arms: differences of scores may come from there. */
function sayWhatDiffers(one: Run, other: Run): void {
  const differing = [
    one.suite.seed === other.suite.seed
      ? []
      : [`seed ${one.suite.seed} and ${other.suite.seed}: people do not meet on the same day`],
    one.suite.user === other.suite.user ? [] : [`users ${one.suite.user} and ${other.suite.user}`],
    ...Object.entries(one.files).map(([file, hash]) =>
      other.files[file] === undefined || other.files[file] === hash ? [] : [`${file} has changed between them`],
    ),
  ].flat();
  for (const line of differing) process.stderr.write(`not the same: ${line}\n`);
}

/** Scorers of `--fail-on scorer[:margin]` that got worse for certain. Throws UsageError where one is unknown or no number. */
function regressions({ scorers }: Comparison, asked: readonly string[]): string[] {
  return asked.flatMap((word) => {
    const [scorer = "", margin = "0"] = word.split(":");
    const bound = Number(margin);
    if (!Number.isFinite(bound) || bound < 0)
      throw new UsageError(`'${word}' has no margin`, "such as --fail-on use.adherence:0.05");
    const found = scorers.find((one) => one.scorer === scorer);
    if (!found)
      throw new UsageError(
        `nothing to compare for '${scorer}'`,
        knownWords(
          scorer,
          scorers.map((one) => one.scorer),
        ),
      );
    if (found.low === null || found.high === null) return [];
    const worse = found.direction === "lower" ? found.low > bound : found.high < -bound;
    return worse ? [scorer] : [];
  });
}
