import { closeSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Run } from "../schema/run.js";
import { linesOf, openedLines } from "./lines.js";
import { RUN_FILES } from "./runFolder.js";

/** What a finished run has less of than it had at its end. Nothing where it is whole, or has no end yet. */
export interface Lost {
  /** Trials that are gone, of all that the run ended with. */
  trials: number;
  /** Trials beyond those of the plan: lines that stand twice, or are another run's. */
  extra: number;
  /** The last trial that has scores, null where none has; undefined where all have. */
  scoredUpTo: string | null | undefined;
}

/** Lines that were cut off are gone. */
export function lostLines(folder: string, { plan, status }: Pick<Run, "plan" | "status">): Lost {
  const trials = ending(join(folder, RUN_FILES.trials));
  const extra = Math.max(0, trials.count - plan.length);
  if (status !== "finished") return { trials: 0, extra, scoredUpTo: undefined };
  const scores = ending(join(folder, RUN_FILES.scores));
  const scored = (scores.last && trialOf(scores.last)) ?? null;
  return {
    trials: Math.max(0, plan.length - trials.count),
    extra,
    scoredUpTo: scored === plan.at(-1)?.id ? undefined : scored,
  };
}

function ending(path: string): { count: number; last: string | null } {
  const found = { count: 0, last: null as string | null };
  if (!existsSync(path)) return found;
  const file = openedLines(path);
  try {
    for (const { text, whole } of linesOf(file)) {
      if (text.trim() === "" || !(whole || isJson(text))) continue;
      found.count += 1;
      found.last = text;
    }
    return found;
  } finally {
    closeSync(file);
  }
}

const trialOf = (text: string) => /^\{"schema":"[^"]*","trial":"([^"]*)"/.exec(text)?.[1] ?? null;

/** A last line that lacks its newline only is whole. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
