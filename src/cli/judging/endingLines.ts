import type { BudgetSpent } from "../../core/errors.js";
import type { JudgingEnd } from "./judgeRun.js";

/** What is said of a budget that ended a run, and of a judge that did not answer. */
export function endingLines(spent: BudgetSpent | null, judged: JudgingEnd | undefined): string[] {
  if (spent) return [spent.message];
  if (!judged) return [];
  const { because, stopped, failed } = judged;
  if (because && !stopped) return [`the judge does not judge: ${because.message}`];
  if (because) return [because.message];
  return failed > 0 ? [`${failed} calls to the judge failed: they are made again by \`score\` with --judge-model`] : [];
}
