import type { ScoreEvidence } from "../schema/score.js";
import type { Suite } from "../schema/suite.js";
import type { Subject } from "./subject.js";

/** What a scorer found in one trial. */
export interface Finding {
  /** `null` is unknown: `reason` says why. */
  value: number | null;
  /** How many chances there were: the weight of this trial in its person's mean. */
  n: number;
  reason?: string;
  /** Chances from which nothing can be told. */
  undetermined?: number;
  evidence: ScoreEvidence[];
}

/** One number about a trial, computed from its record and the files alone. */
export interface Scorer {
  /** `family.name`, with a suffix where it is split. */
  id: string;
  version: number;
  /** `judge`: computed from recorded judgements of a model, by a rubric; asks nobody itself. */
  tier: "deterministic" | "judge";
  direction: "higher" | "lower" | "neither";
  meaning: string;
  cannotSee: string;
  /**
   * `experimental`: of planted defects in free words it sees under half (docs/mutations.md), or that is not measured yet, or it
   * is a judge's. Left out: more, or not planted.
   */
  standing?: "experimental";
  /** The kinds of users of whom it tells anything; left out: all. */
  users?: readonly Suite["user"][];
  score(subject: Subject): Finding;
}

/** A scorer that counts what a judge said by a rubric. It scores only where that rubric was asked. */
export interface JudgedScorer extends Scorer {
  tier: "judge";
  standing: "experimental";
  rubric: string;
}

export const isJudged = (scorer: Scorer): scorer is JudgedScorer => scorer.tier === "judge";

/** One chance: `hit` counts it in the numerator, `null` tells nothing. */
export interface Chance {
  hit: boolean | null;
  evidence?: ScoreEvidence;
}

/** The share of chances that hit; unknown where there were none. Chances that tell nothing are counted apart. */
export function share(chances: readonly Chance[], none: string): Finding {
  const told = chances.filter(({ hit }) => hit !== null);
  const undetermined = chances.length - told.length;
  const evidence = chances.flatMap(({ hit, evidence: found }) => (found && hit !== null ? [{ ...found, hit }] : []));
  if (told.length === 0) return unknown(undetermined, none, evidence);
  return { value: told.filter(({ hit }) => hit).length / told.length, n: told.length, undetermined, evidence };
}

/** The mean of the chances that tell something, of so many; unknown where there is none. */
export function mean(
  told: readonly { value: number; evidence: ScoreEvidence }[],
  chances: number,
  none: string,
): Finding {
  const undetermined = chances - told.length;
  const evidence = told.map((one) => one.evidence);
  if (told.length === 0) return unknown(undetermined, none, evidence);
  const sum = told.reduce((total, { value }) => total + value, 0);
  return { value: sum / told.length, n: told.length, undetermined, evidence };
}

function unknown(undetermined: number, none: string, evidence: ScoreEvidence[]): Finding {
  const reason = undetermined > 0 ? "every chance is undetermined" : none;
  return { value: null, n: 0, reason, undetermined, evidence };
}
