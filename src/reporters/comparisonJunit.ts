import type { Regression } from "../core/regression.js";
import type { ComparedScorer, Comparison } from "../schema/comparison.js";
import { COLUMNS, captionOf, cellsOf, nameOf } from "./comparisonWords.js";
import { type Case, junitXml } from "./junit.js";

/**
 * Comparisons with what regressed in each: a case a scorer. One fails that regressed past a bound; an unknown one is skipped.
 * A failure that is of no scorer in particular has a case of its own.
 */
export function comparisonJunit(
  found: readonly { comparison: Comparison; regressions: readonly Regression[] }[],
): string {
  const suites = found.map(({ comparison, regressions }) => ({
    name: `${nameOf(comparison.before)} → ${nameOf(comparison.after)}`,
    properties: { caption: captionOf(comparison).join(" ") },
    cases: [...comparison.scorers.map((one) => caseOf(one, regressions)), ...failuresOfAll(comparison, regressions)],
  }));
  return junitXml("dramatis compare", suites);
}

function caseOf(one: ComparedScorer, regressions: readonly Regression[]): Case {
  const [, ...cells] = cellsOf(one);
  const numbers = cells.map((cell, at) => `${COLUMNS[at + 1]} ${cell}`).join(", ");
  const head = { group: one.endpoint, name: one.scorer };
  const regression = regressions.find(({ scorer }) => scorer === one.scorer);
  if (regression) return { ...head, result: "failure", message: `${regression.why}: ${numbers}` };
  return { ...head, result: one.verdict === null ? "skipped" : "passed", message: numbers };
}

const failuresOfAll = ({ scorers }: Comparison, regressions: readonly Regression[]): Case[] =>
  regressions
    .filter(({ scorer }) => !scorers.some((one) => one.scorer === scorer))
    .map(({ scorer, why }) => ({ group: "comparison", name: scorer, result: "failure", message: why }));
