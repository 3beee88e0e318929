import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { UsageError } from "../core/errors.js";
import { type Run, run } from "../schema/run.js";
import { type Score, type Summary, score, summary } from "../schema/score.js";
import { type Trial, trial } from "../schema/trial.js";
import { knownWords } from "./nearest.js";
import { RUN_FILES } from "./runFolder.js";
import { pathText } from "./yamlFile.js";

/** The folder of a recorded run, by id or path; without either, the newest. Throws UsageError where there is none. */
export function findRun(parent: string, name?: string): string {
  const runs = existsSync(parent)
    ? readdirSync(parent).filter((entry) => existsSync(join(parent, entry, RUN_FILES.run)))
    : [];
  if (name === undefined) {
    const newest = runs
      .map((entry) => ({ entry, started: readRun(join(parent, entry)).started }))
      .sort((one, other) => (one.started < other.started ? 1 : -1))[0];
    if (!newest) throw new UsageError(`no runs in ${parent}`, "make one with `dramatis run`");
    return join(parent, newest.entry);
  }
  if (runs.includes(name)) return join(parent, name);
  if (existsSync(join(name, RUN_FILES.run))) return name;
  throw new UsageError(
    `no run '${name}' in ${parent}`,
    runs.length > 0 ? knownWords(name, runs) : "make one with `dramatis run`",
  );
}

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

/** The heads of a run's trials, in plan order: what summaries need, without the talk. */
export function readHeads(folder: string): AsyncGenerator<z.output<typeof head>> {
  return readLines(join(folder, RUN_FILES.trials), head);
}

const head = z.object(
  trial.pick({ id: true, persona: true, scenario: true, repeat: true, assistant: true, outcome: true }).shape,
);

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

async function* readLines<S extends z.ZodType>(path: string, schema: S): AsyncGenerator<z.output<S>> {
  let number = 0;
  for await (const line of createInterface({
    input: createReadStream(path, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (line === "") continue;
    try {
      yield schema.parse(JSON.parse(line));
    } catch (error) {
      throw new UsageError(`${path}:${number} is not a line of this version`, reasonOf(error));
    }
  }
}

/** What is wrong, in one line: the first fault where there are many. */
function reasonOf(error: unknown): string {
  if (!(error instanceof z.ZodError)) return String(error instanceof Error ? error.message : error);
  const [first] = error.issues;
  return first ? `${pathText(first.path)}: ${first.message}` : error.message;
}
