import type { RunState } from "../core/runState.js";
import type { Ended } from "../reporters/troubles.js";
import type { Run } from "../schema/run.js";
import type { Summary } from "../schema/score.js";
import { readTrials } from "../store/recorded.js";
import type { RunOptions } from "./narrowed.js";
import { writeReport } from "./reportFile.js";

/** Writes what `--junit` and `--markdown` ask for of a run that ended, however it did. */
export async function writeRunReports(
  { junit, markdown }: RunOptions,
  { head, summary, state, folder }: { head: Run; summary: Summary | null; state: RunState; folder: string },
): Promise<void> {
  if (junit === undefined && markdown === undefined) return;
  const ended = { run: head, summary, state, troubles: await troublesIn(folder, state) };
  if (junit !== undefined) writeReport(junit, (await import("../reporters/runJunit.js")).runJunit(ended));
  if (markdown !== undefined) writeReport(markdown, (await import("../reporters/runMarkdown.js")).runMarkdown(ended));
}

const BROKEN = ["infrastructure_error", "simulator_error", "assistant_error"] as const;

async function troublesIn(folder: string, { outcomes }: RunState): Promise<Ended["troubles"]> {
  const troubles: Ended["troubles"][number][] = [];
  if (BROKEN.every((outcome) => !outcomes[outcome])) return troubles;
  for await (const { id, outcome, failure } of readTrials(folder))
    if (BROKEN.some((one) => one === outcome)) troubles.push({ id, outcome, failure });
  return troubles;
}
