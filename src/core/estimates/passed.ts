import type { AssistantName } from "../../schema/event.js";
import type { Estimate } from "../../schema/score.js";
import type { Suite } from "../../schema/suite.js";
import { allSucceed } from "../statistics/passK.js";
import { POWER, powerIn } from "../threshold.js";
import { type Cell, type Cells, cellsOf, estimate, personMeans } from "./cells.js";

/** The scorer whose successes pass^k counts. */
export const COMPLETED = "service.completed";

/** The k of pass^k: the repeats of the suite, where there are several, and what its thresholds name. */
export function powersOf({ repeats, thresholds }: Pick<Suite, "repeats" | "thresholds">): number[] {
  const named = thresholds.flatMap(({ scorer }) => powerIn(scorer) ?? []);
  return [...new Set([...(repeats > 1 ? [repeats] : []), ...named])].sort((one, other) => one - other);
}

/**
 * pass^k, the chance that k repeats of a task all succeed: the mean over tasks of C(c, k) / C(n, k), with c of n
 * repeats a success (Yao et al., tau-bench, arXiv 2406.12045).
 */
export function passed({ id }: AssistantName, cells: Cells, k: number): Estimate {
  const mine = cellsOf(cells, COMPLETED, id).map((cell) => ({ ...cell, whole: cell.value === 1 }));
  const tasks = [...Map.groupBy(mine, ({ head }) => `${head.persona}|${head.scenario}`).values()].filter(
    (task) => task.length >= k,
  );
  const means = tasks.map((task) => ({
    head: (task[0] as Cell).head,
    value: allSucceed(task.length, task.filter(({ whole }) => whole).length, k),
    n: 1,
  }));
  const scale = { id: `${POWER}${k}`, version: 1, direction: "higher" as const };
  const reason = tasks.length === 0 ? `no task was finished ${k} times` : null;
  return estimate(scale, id, cells.intervalOf(personMeans(means)), mine.length, reason);
}
