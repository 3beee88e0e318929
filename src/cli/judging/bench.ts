import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../core/errors.js";
import type { AssistantName } from "../../schema/event.js";
import type { JudgeName } from "../../schema/judgement.js";
import type { Rubric } from "../../schema/rubric.js";
import type { Suite } from "../../schema/suite.js";
import { judgedRubrics } from "../../scorers/chosen.js";
import { findRubric, loadRubric } from "../../store/rubrics.js";
import { existing } from "../existing.js";
import type { Part } from "../models.js";
import type { Models } from "../online.js";
import { dataOf, PACKAGE_ROOT } from "../project.js";

/** A rubric with the hash of its file. */
export interface NamedRubric {
  rubric: Rubric;
  sha256: string;
}

/** Whom a run is judged by: one model with some rubrics, asked about each reply so many times. */
export interface Bench {
  model: string;
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
export function benchOf(words: JudgeWords, arms: readonly AssistantName[], root: string): Bench | null {
  const { judges, judge_repeats, same_judge } = words;
  const model = judgeModelOf(words);
  if (model === null) return null;
  const own = arms.filter((arm) => arm.model === model).map(({ id }) => id);
  if (own.length > 0 && !same_judge)
    throw new UsageError(
      `${model} would judge its own replies, those of ${own.join(", ")}`,
      "take another --judge-model, or say --same-judge: then the table says it, too",
    );
  const names = existing(judges, judgedRubrics(), "judge") ?? judgedRubrics();
  return {
    model,
    rubrics: names.map((name) => namedRubric(name, [root, PACKAGE_ROOT])),
    prompt: judgePrompt(),
    repeats: judge_repeats ?? 1,
  };
}

/** The part that the judge of a suite plays; none where nobody judges. It says what is likeliest, where nothing else is asked for. */
export function judgePart(words: Pick<JudgeWords, "judge_model" | "settings">): Part[] {
  const name = judgeModelOf(words);
  return name === null ? [] : [{ name, caller: "judge", settings: { temperature: 0, ...words.settings?.judge } }];
}

/** No rules judge: `offline` is nobody. */
const judgeModelOf = ({ judge_model: name }: Pick<JudgeWords, "judge_model">) =>
  name === undefined || name === "offline" ? null : name;

export const judgePrompt = () => readFileSync(join(PACKAGE_ROOT, "prompts", "judge.md"), "utf8");

/** SHA-256 of a rubric's file, as it stands. */
export const rubricHash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

function namedRubric(name: string, roots: readonly string[]): NamedRubric {
  const path = findRubric(roots, name);
  if (path === null) throw new UsageError(`no rubric '${name}'`, `it should stand in rubrics/${name}.yaml`);
  const rubric = dataOf(loadRubric(path));
  if (rubric.id !== name)
    throw new UsageError(
      `${path} is the rubric '${rubric.id}'`,
      `its votes would count as that: call it ${name}, or the file ${rubric.id}.yaml`,
    );
  return { rubric, sha256: rubricHash(path) };
}

/** How votes name a judge of a bench. */
export const judgeNames = ({ model, rubrics }: Bench): JudgeName[] =>
  rubrics.map(({ rubric: { id, version }, sha256 }) => ({ rubric: id, version, sha256, model }));
