import { UsageError } from "../../core/errors.js";
import { scoreChangeLines } from "../../reporters/scoreChanges.js";
import { summaryText } from "../../reporters/table.js";
import type { Run } from "../../schema/run.js";
import { chosenScorers, scorerWords } from "../../scorers/chosen.js";
import { isCodeFile } from "../../store/codeFiles.js";
import { readRun } from "../../store/recorded.js";
import { rescoringIn } from "../../store/rescoring.js";
import type { Loaded } from "../../store/world.js";
import { existing } from "../existing.js";
import { openProject, projectRoot } from "../project.js";
import { recordedRun, refuseLost, sayWhatIsLost } from "../recordedRuns.js";
import { rescored } from "../rescored.js";

/**
 * `dramatis score <run>`: the scorers of today on recorded trials. Puts new scores and a new summary in the place of the old
 * ones, and says what changed. Throws UsageError where the run is being played, or was played with people or scenarios that
 * are not there.
 */
export async function score(name: string, { out, scorers: words }: { out: string; scorers?: string[] }): Promise<void> {
  const folder = recordedRun(out, name);
  const chosen = existing(words, scorerWords(), "scorer");
  const rescoring = rescoringIn(folder);
  try {
    const run = readRun(folder);
    const project = openProject(projectRoot(), run.suite.personas_in);
    refuseMissing(run, project);
    sayWhatChanged(run, project);
    refuseLost(folder, run);
    sayWhatIsLost(folder, run);
    const scorers = chosenScorers(chosen ? { scorers: chosen, user: run.suite.user } : run.suite);
    const asked = { folder, run, world: project.world, scorers, keep: chosen !== undefined };
    const { summary, changes } = await rescored(asked, rescoring.write);
    // Of a run that was stopped there is no summary until it ends: `table` computes its numbers.
    rescoring.replace(run.status === "finished" ? summary : null);
    for (const line of scoreChangeLines(changes)) process.stderr.write(`${line}\n`);
    process.stdout.write(`${summaryText(summary, process.stdout.columns ?? 120)}\n`);
    if (summary.thresholds.some(({ met }) => !met)) process.exitCode = 1;
  } finally {
    rescoring.close();
  }
}

function refuseMissing({ id, plan }: Run, { world, root }: Loaded & { root: string }): void {
  const missing = [
    ...plan.map(({ persona }) => persona).filter((persona) => !Object.hasOwn(world.personas, persona)),
    ...plan.map(({ scenario }) => scenario).filter((scenario) => !Object.hasOwn(world.scenarios, scenario)),
  ];
  if (missing.length > 0)
    throw new UsageError(
      `${root} has no ${[...new Set(missing)].slice(0, NAMED).join(", ")}, which ${id} was played with`,
      "score it in the project in which it was played",
    );
}

/** Scorers look at the files, too: what has changed in them may move scores. */
function sayWhatChanged({ files }: Run, { hashes }: Loaded): void {
  const changed = Object.keys(files).filter((name) => !isCodeFile(name) && hashes[name] !== files[name]);
  if (changed.length === 0) return;
  const more = changed.length > NAMED ? ` and ${changed.length - NAMED} more` : "";
  process.stderr.write(`not as the run was played with: ${changed.slice(0, NAMED).join(", ")}${more}\n`);
}

/** How many names a message holds. */
const NAMED = 5;
