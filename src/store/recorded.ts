import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "../core/errors.js";
import { type Run, run } from "../schema/run.js";
import { type Score, type Summary, score, summary } from "../schema/score.js";
import {
  type Trial,
  type TrialEncounter,
  type TrialResult,
  trial,
  trialEncounter,
  trialResult,
} from "../schema/trial.js";
import { lineAt } from "./journal.js";
import { linesOf } from "./lines.js";
import { RUN_FILES } from "./runFolder.js";
import { pathText } from "./yamlFile.js";

/** The folder of a recorded run: by its id in the first of some folders that has it, or by its path. Null where there is none. */
export function findRun(folders: readonly string[], name: string): string | null {
  const paths = [
    ...folders.filter((folder) => runsIn(folder).includes(name)).map((folder) => join(folder, name)),
    name,
  ];
  return paths.find(isRun) ?? null;
}

/** The ids of the runs in a folder. */
export function runsIn(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory()
    ? readdirSync(folder).filter((entry) => isRun(join(folder, entry)))
    : [];
}

const isRun = (path: string) => existsSync(join(path, RUN_FILES.run));

export function readRun(folder: string): Run {
  return read(join(folder, RUN_FILES.run), run);
}

export function readSummary(folder: string): Summary | null {
  return existsSync(join(folder, RUN_FILES.summary)) ? read(join(folder, RUN_FILES.summary), summary) : null;
}

/** The trials of a run, one at a time, in plan order. */
export function readTrials(folder: string): AsyncGenerator<Trial> {
  return readLines(join(folder, RUN_FILES.trials), trial);
}

/** How the trials of a run ended, in plan order: what summaries need, without the talk. */
export function readResults(folder: string): AsyncGenerator<TrialResult> {
  return readLines(join(folder, RUN_FILES.trials), trialResult);
}

/** Whom the trials of a run met and how they ended, in plan order. */
export function readEncounters(folder: string): AsyncGenerator<TrialEncounter> {
  return readLines(join(folder, RUN_FILES.trials), trialEncounter);
}

/** The scores of a run, one at a time, in plan order. */
export function readScores(folder: string): AsyncGenerator<Score> {
  return readLines(join(folder, RUN_FILES.scores), score);
}

function read<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`, "it may be of another version, or damaged");
  }
}

/** A score with the line it stands in. */
export interface ScoreLine {
  score: Score;
  text: string;
}

/** Gives the scores of one trial after the other, asked for in plan order; none of a trial that has none, as one that was cut off. */
export function readScoresByTrial(folder: string): (trial: string) => Promise<ScoreLine[]> {
  const path = join(folder, RUN_FILES.scores);
  const lines = existsSync(path) ? readPlaced(path, score) : null;
  let ahead: ScoreLine | null = null;
  const next = async () => {
    const { value } = (await lines?.next()) ?? {};
    return value ? { score: value.entry, text: value.text } : null;
  };
  return async (trial) => {
    const found: ScoreLine[] = [];
    for (ahead ??= await next(); ahead?.score.trial === trial; ahead = await next()) found.push(ahead);
    return found;
  };
}

/** The entries of a file. A last line that was cut off, by a kill or a full disk, is passed over. Throws UsageError. */
async function* readLines<S extends z.ZodType>(path: string, schema: S): AsyncGenerator<z.output<S>> {
  for await (const { entry } of readPlaced(path, schema)) yield entry;
}

async function* readPlaced<S extends z.ZodType>(
  path: string,
  schema: S,
): AsyncGenerator<{ entry: z.output<S>; text: string }> {
  if (!existsSync(path))
    throw new UsageError(`${path} does not exist`, "the run is not whole: every run has that file");
  let number = 0;
  const file = openSync(path, "r");
  try {
    // By newlines alone: what people and models say may hold other signs that end a line, and JSON keeps those as they are.
    for (const { text, whole } of linesOf(file)) {
      number += 1;
      if (text.trim() === "") continue;
      try {
        yield { entry: schema.parse(JSON.parse(text)), text };
      } catch (error) {
        if (!whole && error instanceof SyntaxError) return;
        throw new UsageError(`${path}:${number} is not a line of this version`, reasonOf(error));
      }
    }
  } finally {
    closeSync(file);
  }
}

/** The files of trials, scores and judgements that end in the middle of a line. */
export function cutFiles(folder: string): string[] {
  const paths = [RUN_FILES.trials, RUN_FILES.scores, RUN_FILES.judgements].map((name) => join(folder, name));
  return paths.filter((path) => existsSync(path) && isCut(path));
}

function isCut(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    return size > 0 && lineAt(file, { offset: size - 1, length: 1 }) !== "\n";
  } finally {
    closeSync(file);
  }
}

/** What is wrong, in one line: the first fault where there are many. */
function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return String(error instanceof Error ? error.message : error);
  const [first] = error.issues;
  return first ? `${pathText(first.path)}: ${first.message}` : error.message;
}
