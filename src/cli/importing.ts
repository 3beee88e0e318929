import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../core/errors.js";
import type { Fate, Importer, Task } from "../datasets/imports/importer.js";
import { fatesIn } from "../datasets/imports/losses.js";
import { checked } from "../store/checked.js";
import { type DataRow, dataRow } from "../store/dataRow.js";
import { describe, type Problem } from "../store/problem.js";
import { type RawRow, rowsOf } from "../store/rows.js";
import { draftProblems, taskFiles } from "../store/taskFiles.js";
import { unreadable } from "../store/unreadable.js";
import { yamlFrom } from "../store/yamlFile.js";

/** What became of one row of the file. */
export interface ImportedRow {
  /** Where it stands: `[3]`, or the key it has. */
  at: string;
  line: number;
  outcome: "imported" | "unsayable" | "refused";
  /** Of an imported row: what it became. */
  persona?: string;
  scenario?: string;
  /** Of an unsayable row: why. */
  reason?: string;
  fates: Fate[];
}

/** A file read as tasks: the files to be written, and what became of every row. */
export interface Imported {
  files: Map<string, string>;
  slots: Map<string, unknown>;
  rows: ImportedRow[];
  /** What became of the parts of the people's own files. */
  people: Fate[][];
  problems: Problem[];
}

/**
 * Reads the rows of a file as tasks, at most `limit` of them. A row with problems is left out, told with its line, and
 * the others are read. Throws UsageError where the file, or the one that belongs beside it, cannot be read.
 */
export function importedFrom(path: string, importer: Importer, limit: number): Imported {
  const beside = besideOf(path, importer);
  const found: Imported = { files: new Map(), slots: new Map(), rows: [], people: [], problems: [] };
  const ids = new Map<string, number>();
  const taken = { ...found, ids };
  let index = 0;
  for (const raw of rawRows(path, importer)) {
    if (index === limit) break;
    const row = dataRow(raw, index, path, importer.layout);
    const place = { file: basename(path).replace(/\.[^.]*$/, ""), index };
    const { at } = "data" in row ? row : { at: `[${index}]` };
    const outcome = "data" in row ? taskOf(row, importer, place, beside, taken) : [row];
    index += 1;
    if (Array.isArray(outcome)) {
      found.problems.push(...outcome);
      found.rows.push({ at, line: raw.line, outcome: "refused", fates: [] });
    } else if ("unsayable" in outcome)
      found.rows.push({ at, line: raw.line, outcome: "unsayable", reason: outcome.unsayable, fates: [] });
    else found.rows.push({ at, line: raw.line, ...kept(outcome, row as DataRow, found) });
  }
  return found;
}

function* rawRows(path: string, { layout }: Importer): Generator<RawRow> {
  try {
    yield* rowsOf(path, layout);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`${path} ${unreadable(error)}`);
  }
}

/** The task of a row; or why there is none: problems, or what cannot be said. */
function taskOf(
  row: DataRow,
  importer: Importer,
  place: { file: string; index: number },
  beside: unknown,
  { files, slots, ids }: Pick<Imported, "files" | "slots"> & { ids: Map<string, number> },
): Problem[] | ReturnType<Importer["task"]> {
  const read = checked(row, importer.row);
  if ("problems" in read) return read.problems;
  const id = importer.idOf(read.data);
  const before = id === null ? undefined : ids.get(id);
  if (before !== undefined)
    return [row.problem([], `the row '${id}' is also in line ${before}`, "ids are unique in a file")];
  if (id !== null) ids.set(id, row.line);
  const task = importer.task(read.data, place, beside);
  if ("unsayable" in task) return task;
  const problems = draftProblems(task, (message, hint) => row.problem([], message, hint));
  if (problems.length > 0) return problems;
  const clash = clashOf(task, files, slots);
  return clash === null ? task : [row.problem([], `${clash} of another row has the same id`, "give one another id")];
}

/** A file or slot of this task that another row has made otherwise; null where there is none. */
function clashOf(task: Task, files: Imported["files"], slots: Imported["slots"]): string | null {
  for (const [path, text] of taskFiles(task)) {
    const other = files.get(path);
    const mayBeShared = !path.endsWith(`/${task.scenario.id}.yaml`) || path.includes("/catalogs/");
    if (other !== undefined && (other !== text || !mayBeShared)) return path;
  }
  const slot = task.slots.find((one) => slots.has(one.id) && JSON.stringify(slots.get(one.id)) !== JSON.stringify(one));
  return slot === undefined ? null : `slot ${slot.id}`;
}

/** Takes a task's files among those found. */
function kept(task: Task, row: DataRow, found: Imported): Omit<ImportedRow, "at" | "line"> {
  const files = taskFiles(task);
  if (task.personFates.length > 0 && !found.files.has([...files.keys()][0] as string))
    found.people.push([...task.personFates]);
  for (const [path, text] of files) found.files.set(path, text);
  for (const slot of task.slots) found.slots.set(slot.id, slot);
  const { persona, scenario } = task;
  return { outcome: "imported", persona: persona.id, scenario: scenario.id, fates: fatesIn(row.data, task.fates) };
}

/** The data of the file that belongs beside the imported one; null where there is none and none is needed. */
function besideOf(path: string, { beside, dataset }: Importer): unknown {
  if (!beside) return null;
  const name = beside.nameFor(basename(path));
  const other = join(dirname(path), name);
  if (name === basename(path)) return null;
  const text = textOf(other);
  if (text === null && !beside.required) return null;
  if (text === null) throw new UsageError(`${other} does not exist`, `${dataset} needs it beside ${path}`);
  const file = { file: other, data: parsed(text, other), problem: placing(text, other) };
  const read = checked(file, beside.schema);
  if ("problems" in read) throw new UsageError(read.problems.map(describe).join("\n"), "nothing was written");
  return read.data;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new UsageError(`${path} ${unreadable(error)}`);
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}`);
  }
}

const placing =
  (text: string, path: string) =>
  (where: readonly PropertyKey[], message: string, hint: string | null = null) => {
    const file = yamlFrom(text, path);
    if (!Array.isArray(file)) return file.problem(where, message, hint);
    return { file: path, line: null, column: null, path: where.join("."), message, hint, severity: "error" as const };
  };
