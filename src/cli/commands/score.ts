import { UsageError } from "../../core/errors.js";
import { scoreChangeLines } from "../../reporters/scoreChanges.js";
import { summaryText } from "../../reporters/table.js";
import type { CalibrationFile } from "../../schema/calibration.js";
import type { Run } from "../../schema/run.js";
import { chosenScorers, judgedScorers, scorerWords } from "../../scorers/chosen.js";
import { isCodeFile } from "../../store/codeFiles.js";
import { readJudgements } from "../../store/judgements.js";
import { readRun } from "../../store/recorded.js";
import { type Rescoring, rescoringIn } from "../../store/rescoring.js";
import type { Loaded } from "../../store/world.js";
import { existing } from "../existing.js";
import { exitCodeOf } from "../exitCode.js";
import { invocation } from "../invocation.js";
import { type Asked, askedToJudge, type JudgeOptions } from "../judging/askedToJudge.js";
import { readCalibrations, refuseOthers } from "../judging/calibrations.js";
import { endingLines } from "../judging/endingLines.js";
import type { Output } from "../output.js";
import { openProject, projectRoot } from "../project.js";
import { recordedRun, refuseLost, sayWhatIsLost } from "../recordedRuns.js";
import { rescored } from "../rescored.js";

/** How a run is scored again. */
export interface ScoreOptions extends JudgeOptions {
  out: string;
  scorers?: string[];
}

/**
 * `dramatis score <run>`: the scorers of today on recorded trials, and on what a judge said of them; with `--judge-model` that
 * judge is asked first, about what it was not asked yet. Puts new scores and a new summary in the place of the old ones, and
 * says what changed. Throws UsageError where the run is being played, or was played with people or scenarios that are not there.
 */
export async function score(name: string, options: ScoreOptions, output: Output): Promise<void> {
  const folder = recordedRun(options.out, name);
  const words = existing(options.scorers, scorerWords(), "scorer");
  const calibrations = readCalibrations(options.calibration);
  const rescoring = rescoringIn(folder);
  try {
    const run = readRun(folder);
    const project = openProject(projectRoot(), run.suite.personas_in);
    refuseMissing(run, project);
    sayWhatChanged(run, project);
    refuseLost(folder, run);
    sayWhatIsLost(folder, run);
    const asked = await askedToJudge({ folder, run, world: project.world, calibrations }, options, output);
    if (asked?.end.stopped) sayWhereItStopped(asked.end, name);
    else await scoreAgain({ folder, run, project, rescoring, words, calibrations, asked });
  } finally {
    rescoring.close();
  }
}

interface Again {
  folder: string;
  run: Run;
  project: Loaded;
  rescoring: Rescoring;
  words: string[] | undefined;
  calibrations: CalibrationFile[];
  asked: Asked | null;
}

async function scoreAgain({ folder, run, project, rescoring, words, calibrations, asked }: Again): Promise<void> {
  const judgements = asked?.lines ?? readJudgements(folder);
  const rubrics = [...judgements, ...(asked?.judges ?? [])].map(({ rubric }) => rubric);
  if (asked === null) refuseOthers(calibrations, judgements);
  const scorers = [
    ...chosenScorers(words ? { scorers: words, user: run.suite.user } : run.suite),
    ...judgedScorers(rubrics, words),
  ];
  const { summary, changes } = await rescored(
    {
      ...{ folder, run, world: project.world, scorers, keep: words !== undefined },
      ...{ judgements, judges: asked?.judges, calibrations },
    },
    rescoring.write,
  );
  // Of a run that was stopped there is no summary until it ends: `table` computes its numbers.
  rescoring.replace(run.status === "finished" ? summary : null);
  for (const line of [...scoreChangeLines(changes), ...endingLines(null, asked?.end)])
    process.stderr.write(`${line}\n`);
  process.stdout.write(`${summaryText(summary, process.stdout.columns ?? 120)}\n`);
  process.exitCode = exitCodeOf({ stopped: null, outcomes: {}, summary, unanswered: asked?.end });
}

function sayWhereItStopped({ stopped, because, done, wanted }: Asked["end"], name: string): void {
  if (because) process.stderr.write(`${because.message}\n`);
  process.stderr.write(
    `${stopped === "spent" ? "stopped by the budget" : "interrupted"} after ${done} of ${wanted} votes of the judge; what is judged is kept, scores stay as they were\n  next: the same command, or without a judge: ${invocation()} score ${name}\n`,
  );
  process.exitCode = exitCodeOf({ stopped, outcomes: {}, summary: null });
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
