// What tools that compare arms of a recorded run share: values of persons by arm and repeat, differences between them, and how they are tested.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PRIMARY } from "../dist/core/endpoints.js";
import { wilsonInterval } from "../dist/core/statistics/wilson.js";

/** The primary endpoints, and the one that every arm moves. */
export const ENDPOINTS = [...PRIMARY, "use.adherence"];

export const ALPHA = 0.05;
/** Patterns of signs drawn where there are too many to go through. */
export const PATTERNS = 1999;

/** A run's values: of a person in one repeat of one arm, the mean of their trials weighted by chances, as `compare` has it. */
export async function personValues(folder) {
  const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  const lines = (name) => createInterface({ input: createReadStream(join(folder, name)) });
  const heads = new Map();
  for await (const line of lines("trials.jsonl")) {
    const { id, persona, repeat, assistant, outcome } = JSON.parse(line);
    if (outcome !== "simulator_error") heads.set(id, { persona, repeat, arm: assistant.id });
  }
  const sums = new Map();
  for await (const line of lines("scores.jsonl")) {
    const { trial, scorer, value, n } = JSON.parse(line);
    const head = heads.get(trial);
    if (!head || value === null || n <= 0 || !ENDPOINTS.includes(scorer)) continue;
    const key = keyOf(scorer, head);
    const sum = sums.get(key) ?? { total: 0, n: 0 };
    sums.set(key, { total: sum.total + value * n, n: sum.n + n });
  }
  const ofPerson = (endpoint, of) => {
    const sum = sums.get(keyOf(endpoint, of));
    return sum ? sum.total / sum.n : null;
  };
  const chancesOf = (endpoint, of) => sums.get(keyOf(endpoint, of))?.n ?? 0;
  const people = [...new Set([...heads.values()].map(({ persona }) => persona))].sort();
  return { run, people, trials: heads.size, ofPerson, chancesOf };
}

const keyOf = (scorer, { arm, repeat, persona }) => [scorer, arm, repeat, persona].join("|");

/** After less before on an endpoint, one a person of whom both are known. `sides` gives a person's two arms and repeats. */
export function differences({ ofPerson }, endpoint, people, sides) {
  return people.flatMap((persona) => {
    const [before, after] = sides(persona).map((side) => ofPerson(endpoint, { ...side, persona }));
    return before === null || after === null ? [] : [after - before];
  });
}

export const percent = (share) => (100 * share).toFixed(1);

/** In per cent, with the 95 % interval of Wilson. */
export function share(hits, of) {
  const { low, high } = wilsonInterval(hits, of);
  return `${percent(hits / of)} (${percent(low)} to ${percent(high)})`;
}

export const movedOf = (found) => found.filter((value) => value !== 0);
