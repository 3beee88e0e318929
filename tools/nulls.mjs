// How often two equal arms are told apart, and how often unequal ones are. usage: npm run build && node tools/nulls.mjs <run>
// The run is one of tools/nulls.suite.yaml: noise makes repeats of an arm differ, and arms with more noise are planted effects of known direction.
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { drawsFor } from "../dist/core/draws.js";
import { signFlipTest } from "../dist/core/statistics/signFlip.js";
import { wilsonInterval } from "../dist/core/statistics/wilson.js";

const COMPARISONS = 1000;
const PLANTED = 400;
const ALPHA = 0.05;
const ENDPOINTS = ["use.applied.past", "misuse.irrelevant", "misuse.stale", "misuse.leak", "use.adherence"];

const [folder] = process.argv.slice(2);
const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
const arms = run.assistants.map(({ id }) => id).filter((id) => id !== "generic");
const lines = (name) => createInterface({ input: createReadStream(join(folder, name)) });

const heads = new Map();
for await (const line of lines("trials.jsonl")) {
  const { id, persona, repeat, assistant, outcome } = JSON.parse(line);
  if (outcome !== "simulator_error") heads.set(id, { persona, repeat, arm: assistant.id });
}
/** By endpoint, arm, repeat and person: the mean weighted by chances. */
const sums = new Map();
for await (const line of lines("scores.jsonl")) {
  const { trial, scorer, value, n } = JSON.parse(line);
  const head = heads.get(trial);
  if (!head || value === null || n <= 0 || !ENDPOINTS.includes(scorer)) continue;
  const key = [scorer, head.arm, head.repeat, head.persona].join("|");
  const sum = sums.get(key) ?? { total: 0, n: 0 };
  sums.set(key, { total: sum.total + value * n, n: sum.n + n });
}
const people = [...new Set([...heads.values()].map(({ persona }) => persona))].sort();
const draws = drawsFor(`${run.seed}|nulls`);

function differences(endpoint, one, other, whom) {
  return whom.flatMap((person) => {
    const [a, b] = [one, other].map(([arm, repeat]) => sums.get([endpoint, arm, repeat, person].join("|")));
    return a && b ? [b.total / b.n - a.total / a.n] : [];
  });
}

const twoRepeats = () =>
  draws.shuffled(
    "repeats",
    Array.from({ length: run.suite.repeats }, (_, repeat) => repeat),
  );
const share = (hits, of) => {
  const { low, high } = wilsonInterval(hits, of);
  return `${(100 * (hits / of)).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
};

console.log(`${people.length} people, ${run.suite.repeats} repeats, arms ${arms.join(", ")}`);
console.log(`\nequal arms (${arms[0]}, two repeats): ${COMPARISONS} comparisons, p < ${ALPHA}`);
for (const persons of [12, 24, people.length].filter((count) => count <= people.length))
  for (const endpoint of ENDPOINTS) {
    let [rejected, mute] = [0, 0];
    for (let at = 0; at < COMPARISONS; at++) {
      const [one, other] = twoRepeats();
      const whom = draws.shuffled("people", people).slice(0, persons);
      const found = differences(endpoint, [arms[0], one], [arms[0], other], whom);
      // Under six differences no pattern of signs is rarer than one in twenty.
      if (found.filter((value) => value !== 0).length < 6) mute += 1;
      const { p } = signFlipTest(found, at, 1999);
      if (p !== null && p < ALPHA) rejected += 1;
    }
    console.log(
      `  ${String(persons).padStart(3)} people  ${endpoint.padEnd(20)} rejected ${share(rejected, COMPARISONS)}, ${mute} could not be`,
    );
  }

console.log(
  `\nplanted effects (use.adherence and use.applied.past, ${arms[0]} against the others): ${PLANTED} comparisons each`,
);
for (const endpoint of ["use.adherence", "use.applied.past"])
  for (const arm of arms.slice(1))
    for (const persons of [6, 12, 24, people.length].filter((count) => count <= people.length)) {
      let found = 0;
      let effect = 0;
      for (let at = 0; at < PLANTED; at++) {
        const [repeat] = twoRepeats();
        const whom = draws.shuffled("people", people).slice(0, persons);
        const test = signFlipTest(differences(endpoint, [arms[0], repeat], [arm, repeat], whom), at, 1999);
        effect += (test.mean ?? 0) / PLANTED;
        if (test.p !== null && test.p < ALPHA && (test.mean ?? 0) < 0) found += 1;
      }
      console.log(
        `  ${endpoint.padEnd(17)} ${arm.padEnd(18)} effect ${effect.toFixed(3)}  ${String(persons).padStart(3)} people  found ${share(found, PLANTED)}`,
      );
    }
