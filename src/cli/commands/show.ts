import { relative } from "node:path";
import { entryOf } from "../../core/entryOf.js";
import { UsageError } from "../../core/errors.js";
import { harmless } from "../../core/harmless.js";
import { judgedText } from "../../reporters/judgedTable.js";
import { personaPage, scenarioPage } from "../../reporters/pages.js";
import { captionLines, headlineTable } from "../../reporters/table.js";
import { transcript } from "../../reporters/transcript.js";
import type { Run } from "../../schema/run.js";
import type { Score } from "../../schema/score.js";
import { knownWords } from "../../store/nearest.js";
import { findRun, readResults, readRun, readScores, readSummary, readTrials } from "../../store/recorded.js";
import { everyone } from "../everyone.js";
import { invocation } from "../invocation.js";
import { openProject } from "../project.js";
import { runBeginning, runFolders, sayWhatIsLost } from "../recordedRuns.js";

/** `dramatis show <id> [trial]`: a persona, a scenario, a run, or one trial of a run. */
export async function show(id: string, trial: string | undefined, { out }: { out: string }): Promise<void> {
  const recorded = findRun(runFolders(out), id);
  if (recorded !== null) return showRun(recorded, trial);
  const { world } = openProject();
  const persona = entryOf(world.personas, id);
  const scenario = entryOf(world.scenarios, id);
  if (persona) print(personaPage(persona));
  else if (scenario) print(scenarioPage(scenario));
  else {
    const begun = runBeginning(out, id);
    if (begun !== null) return showRun(begun, trial);
    showElsewhere(id, Object.keys(world.scenarios));
  }
}

/** A persona of a folder that a suite names. */
function showElsewhere(id: string, scenarios: readonly string[]): void {
  const people = everyone();
  const found = people.filter(({ persona }) => persona.id === id);
  for (const { persona, folder } of found) print(`${personaPage(persona)}\n\nin ${folder}`);
  if (found.length === 0)
    throw new UsageError(
      `no persona, scenario or run '${id}'`,
      knownWords(id, [...people.map(({ persona }) => persona.id), ...scenarios]),
    );
}

async function showRun(folder: string, wanted: string | undefined): Promise<void> {
  const run = readRun(folder);
  sayWhatIsLost(folder, run);
  if (wanted !== undefined)
    return showTrial(
      folder,
      wanted,
      run.plan.map(({ id }) => id),
    );
  const summary = readSummary(folder);
  const lines: string[] = [];
  const counts: Run["counts"] = {};
  for await (const { id, outcome } of readResults(folder)) {
    lines.push(`${id}  ${outcome}`);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const counted = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  print(`${run.id}: ${run.status}, ${run.plan.length} trials planned, ${counted.join(", ") || "none finished"}`);
  if (run.status === "running") print("its end was never written: it goes on, or it was killed");
  if (!summary && lines.length > 0)
    print(
      `no numbers were computed at its end: \`${invocation()} table ${pathOf(folder)}\` does it from what there is`,
    );
  const width = process.stdout.columns ?? 120;
  if (summary) {
    const parts = [headlineTable(summary, width), captionLines(summary, width), judgedText(summary, width)];
    print(`\n${parts.filter((part) => part !== "").join("\n\n")}\n`);
  }
  if (!summary) print("");
  for (const line of lines) print(line);
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

const pathOf = (folder: string) => relative(process.cwd(), folder) || ".";
const print = (text: string) => process.stdout.write(`${harmless(text)}\n`);
