import { entryOf } from "../../core/entryOf.js";
import { UsageError } from "../../core/errors.js";
import { harmless } from "../../core/harmless.js";
import { personaPage, scenarioPage } from "../../reporters/pages.js";
import { captionLines, headlineTable } from "../../reporters/table.js";
import { transcript } from "../../reporters/transcript.js";
import type { Score } from "../../schema/score.js";
import { knownWords } from "../../store/nearest.js";
import { findRun, readRun, readScores, readSummary, readTrials } from "../../store/recorded.js";
import { openProject } from "../project.js";
import { runFolders } from "../recordedRuns.js";

/** `dramatis show <id> [trial]`: a persona, a scenario, a run, or one trial of a run. */
export async function show(id: string, trial: string | undefined, { out }: { out: string }): Promise<void> {
  const recorded = findRun(runFolders(out), id);
  if (recorded !== null) return showRun(recorded, trial);
  const { world } = openProject();
  const persona = entryOf(world.personas, id);
  const scenario = entryOf(world.scenarios, id);
  if (persona) print(personaPage(persona));
  else if (scenario) print(scenarioPage(scenario));
  else
    throw new UsageError(
      `no persona, scenario or run '${id}'`,
      knownWords(id, [...Object.keys(world.personas), ...Object.keys(world.scenarios)]),
    );
}

async function showRun(folder: string, wanted: string | undefined): Promise<void> {
  const run = readRun(folder);
  if (wanted !== undefined)
    return showTrial(
      folder,
      wanted,
      run.plan.map(({ id }) => id),
    );
  const summary = readSummary(folder);
  print(
    `${run.id}: ${run.status}, ${run.plan.length} trials planned, ${Object.entries(run.counts)
      .map(([outcome, count]) => `${count} ${outcome}`)
      .join(", ")}\n`,
  );
  const width = process.stdout.columns ?? 120;
  if (summary) print(`${headlineTable(summary, width)}\n\n${captionLines(summary, width)}\n`);
  for await (const { id, outcome } of readTrials(folder)) print(`${id}  ${outcome}`);
}

async function showTrial(folder: string, wanted: string, known: readonly string[]): Promise<void> {
  for await (const trial of readTrials(folder)) {
    if (trial.id !== wanted) continue;
    const scores: Score[] = [];
    for await (const score of readScores(folder)) if (score.trial === wanted) scores.push(score);
    print(transcript(trial, scores));
    return;
  }
  throw new UsageError(`no finished trial '${wanted}' in this run`, knownWords(wanted, known));
}

const print = (text: string) => process.stdout.write(`${harmless(text)}\n`);
