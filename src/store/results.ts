import { closeSync, ftruncateSync, openSync } from "node:fs";
import type { Outcome } from "../schema/event.js";
import type { Score } from "../schema/score.js";
import { type Trial, trial } from "../schema/trial.js";
import { lineAt, writeWhole } from "./journal.js";
import { linesOf, type Place } from "./lines.js";

/** `trials.jsonl` and `scores.jsonl`, open for writing in the order of the plan. */
export interface Results {
  /** How many trials from the beginning of the plan are in both files. */
  committed: number;
  read(id: string): Trial | null;
  write(trial: Trial, scores: readonly Score[]): void;
  close(): void;
}

/** The two files of a new run. Throws where they exist. */
export function newResults(trialsPath: string, scoresPath: string): Results {
  return resultsIn(openSync(trialsPath, "ax+"), openSync(scoresPath, "ax+"), new Map());
}

/**
 * The two files of a run to go on with, cut back to the trials that stay. The last trial that has scores is written
 * again with all after it, for scores of it may be missing; so is everything from the first trial on that `stays` refuses.
 */
export function resumedResults(
  [trialsPath, scoresPath]: readonly [string, string],
  plan: readonly string[],
  stays: (outcome: Outcome) => boolean,
): Results {
  const trials = openSync(trialsPath, "a+");
  const scores = openSync(scoresPath, "a+");
  const kept = scoredTrials(stayingTrials(trials, plan, stays), scores);
  ftruncateSync(trials, endOf([...kept.values()]));
  ftruncateSync(scores, endOf(scoresOf(scores, kept)));
  return resultsIn(trials, scores, kept);
}

function stayingTrials(
  file: number,
  plan: readonly string[],
  stays: (outcome: Outcome) => boolean,
): Map<string, Place> {
  const found: [string, Place][] = [];
  for (const { text, whole, ...place } of linesOf(file)) {
    const read = whole ? trialIn(text) : null;
    if (!read || read.id !== plan[found.length] || !stays(read.outcome)) break;
    found.push([read.id, place]);
  }
  return new Map(found);
}

/** The trials before the last one that scores speak of: what follows shows that theirs are whole. */
function scoredTrials(trials: ReadonlyMap<string, Place>, scores: number): Map<string, Place> {
  let last: string | undefined;
  for (const { of } of scoresOf(scores, trials)) last = of;
  const ids = [...trials.keys()];
  return new Map([...trials].slice(0, last === undefined ? 0 : ids.indexOf(last)));
}

function* scoresOf(file: number, trials: ReadonlyMap<string, Place>): Generator<Place & { of: string }> {
  for (const { text, whole, ...place } of linesOf(file)) {
    const of = whole ? /^\{"schema":"[^"]*","trial":"([^"]*)"/.exec(text)?.[1] : undefined;
    if (of === undefined || !trials.has(of)) return;
    yield { ...place, of };
  }
}

function endOf(places: Iterable<Place>): number {
  let end = 0;
  for (const { offset, length } of places) end = offset + length;
  return end;
}

function trialIn(text: string): Trial | null {
  try {
    return trial.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function resultsIn(trials: number, scores: number, places: Map<string, Place>): Results {
  const committed = places.size;
  let end = endOf(places.values());
  const lines = (entries: readonly unknown[]) =>
    Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
  return {
    committed,
    read(id) {
      const place = places.get(id);
      return place ? trial.parse(JSON.parse(lineAt(trials, place))) : null;
    },
    write(finished, numbers) {
      const line = lines([finished]);
      writeWhole(trials, line);
      places.set(finished.id, { offset: end, length: line.length });
      end += line.length;
      writeWhole(scores, lines(numbers));
    },
    close() {
      closeSync(trials);
      closeSync(scores);
    },
  };
}
