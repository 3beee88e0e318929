import { meanOf } from "./mean.js";

/** One task: how often it was tried, and how many of the tries succeeded. */
export interface Tried {
  trials: number;
  successes: number;
}

/**
 * pass^k, the chance that k tries of a task all succeed: the mean over tasks of C(c, k) / C(n, k), with c of n tries a
 * success; in [0, 1]. Null of no task, and where a task was tried fewer than k times: nothing is known of k tries of it.
 * Source: Yao et al. 2024, tau-bench (arXiv 2406.12045).
 */
export function passPowerK(tasks: readonly Tried[], k: number): number | null {
  return overTasks(tasks, k, allSucceed);
}

/**
 * pass@k, the chance that at least one of k tries of a task succeeds: the mean over tasks of 1 - C(n - c, k) / C(n, k);
 * in [0, 1]. Null as for pass^k. Source: Chen et al. 2021 (arXiv 2107.03374), equation 1.
 */
export function passAtK(tasks: readonly Tried[], k: number): number | null {
  return overTasks(tasks, k, (n, c) => 1 - allSucceed(n, n - c, k));
}

/** C(c, k) / C(n, k), without the factorials: the chance that k tries drawn from n, of which c succeeded, all did. */
export function allSucceed(n: number, c: number, k: number): number {
  let product = 1;
  for (let step = 0; step < k; step++) product *= Math.max(0, c - step) / (n - step);
  return product;
}

function overTasks(
  tasks: readonly Tried[],
  k: number,
  chance: (n: number, c: number, k: number) => number,
): number | null {
  if (!Number.isInteger(k) || k < 1)
    throw new RangeError(`k is the number of tries, a whole number from 1 on; it is ${k}`);
  if (tasks.some(({ trials }) => trials < k)) return null;
  return meanOf(tasks.map(({ trials, successes }) => chance(trials, successes, k)));
}
