import { closeSync, existsSync, fstatSync, readdirSync, readFileSync, statSync } from "node:fs";
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
import { linesOf, openedLines } from "./lines.js";
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
  return read(join(folder, RUN_FILES.run), run, "it may be of another version, or damaged");
}

export function readSummary(folder: string): Summary | null {
  const path = join(folder, RUN_FILES.summary);
  const remedy =
    "it may be of another version, or damaged: without the file, `table` computes the numbers and `score` writes them";
  return existsSync(path) ? read(path, summary, remedy) : null;
}

/** The trials of a run, one at a time, in plan order. */
export function readTrials(folder: string): AsyncGenerator<Trial> {
  return readLines(folder, "trials", trial);
}

/** How the trials of a run ended, in plan order: what summaries need, without the talk. */
export function readResults(folder: string): AsyncGenerator<TrialResult> {
  return readLines(folder, "trials", trialResult);
}

/** Whom the trials of a run met and how they ended, in plan order. */
export function readEncounters(folder: string): AsyncGenerator<TrialEncounter> {
  return readLines(folder, "trials", trialEncounter);
}

/** The scores of a run, one at a time, in plan order. */
export function readScores(folder: string): AsyncGenerator<Score> {
  return readLines(folder, "scores", score);
}

function read<S extends z.ZodType>(path: string, schema: S, remedy: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error)}`, remedy);
  }
}

/** A score with the line it stands in. */
export interface ScoreLine {
  score: Score;
  text: string;
}

/** Gives the scores of one trial after the other, asked for in plan order; none of a trial that has none, as one that was cut off. */
export function readScoresByTrial(folder: string): (trial: string) => Promise<ScoreLine[]> {
  const lines = existsSync(join(folder, RUN_FILES.scores)) ? readPlaced(folder, "scores", score) : null;
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
async function* readLines<S extends z.ZodType>(
  folder: string,
  kind: keyof typeof LINES,
  schema: S,
): AsyncGenerator<z.output<S>> {
  for await (const { entry } of readPlaced(folder, kind, schema)) yield entry;
}

/** What the lines of a file say they are, and what helps where one does not. */
const LINES = {
  trials: {
    schema: trial.shape.schema,
    remedy: "the file is damaged: `run --replay` plays the run again from its journal, into a folder of its own",
  },
  scores: { schema: score.shape.schema, remedy: "the file is damaged: remove it, and `score` makes it again" },
};

async function* readPlaced<S extends z.ZodType>(
  folder: string,
  kind: keyof typeof LINES,
  schema: S,
): AsyncGenerator<{ entry: z.output<S>; text: string }> {
  const path = join(folder, RUN_FILES[kind]);
  let number = 0;
  const file = openedLines(path);
  try {
    // By newlines alone: what people and models say may hold other signs that end a line, and JSON keeps those as they are.
    for (const { text, whole } of linesOf(file)) {
      number += 1;
      if (text.trim() === "") continue;
      const read = entryIn(text, kind, schema);
      if ("entry" in read) yield { ...read, text };
      else if (!whole && read.fault instanceof SyntaxError) return;
      else
        throw new UsageError(
          `${path}:${number} is not a line of this version`,
          `${reasonOf(read.fault)}; ${laterIn(text, kind) ?? LINES[kind].remedy}`,
        );
    }
  } finally {
    closeSync(file);
  }
}

/** An entry, or why there is none. Of what is parsed only in part, the name of the whole is looked at, too. */
function entryIn<S extends z.ZodType>(
  text: string,
  kind: keyof typeof LINES,
  schema: S,
): { entry: z.output<S> } | { fault: unknown } {
  try {
    const data = JSON.parse(text);
    z.object({ schema: LINES[kind].schema }).parse(data);
    return { entry: schema.parse(data) };
  } catch (fault) {
    return { fault };
  }
}

/** What helps with a line that a later version wrote; null where none did. */
function laterIn(text: string, kind: keyof typeof LINES): string | null {
  const [, name, version] = /^\{"schema":"([a-z/]+)@(\d+)"/.exec(text) ?? [];
  const [own, known] = LINES[kind].schema.value.split("@");
  return name === own && Number(version) > Number(known)
    ? "a later Dramatis wrote it, and reads it: `versions` in run.json says which"
    : null;
}

/** The files of trials, scores and judgements that end in the middle of a line. */
export function cutFiles(folder: string): string[] {
  const paths = [RUN_FILES.trials, RUN_FILES.scores, RUN_FILES.judgements].map((name) => join(folder, name));
  return paths.filter((path) => existsSync(path) && isCut(path));
}

function isCut(path: string): boolean {
  const file = openedLines(path);
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
