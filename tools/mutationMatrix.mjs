// Scores planted defects and harmless changes, and prints which scorer saw which: a defect counts as seen by a scorer whose
// value of the trial is worse than before the change, or which finds at the changed turn what it did not find there before:
// a share that was at its worst already cannot get worse. Only wordings that were held out. Intervals are over persons.
// usage: npm run build && node tools/mutate.mjs <run> mutants.jsonl && node tools/mutationMatrix.mjs <run> mutants.jsonl [--open]
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { intervalsFor } from "../dist/core/statistics/interval.js";
import { SCORERS } from "../dist/scorers/registry.js";
import { scoring } from "../dist/scorers/scoring.js";
import { readTrials } from "../dist/store/recorded.js";
import { loadWorld } from "../dist/store/world.js";

/** Whose business each defect is, by the definitions (spec, sections 4 and 7); kinds that no deterministic scorer claims have none. */
const CLAIMED = {
  "ignored-preference": ["use.adherence"],
  "broken-veto": ["use.veto"],
  irrelevant: ["misuse.irrelevant"],
  stale: ["misuse.stale"],
  invented: ["misuse.invented"],
  contradicted: ["misuse.contradiction"],
  leak: ["misuse.leak"],
  "other-persons-fact": ["misuse.invented", "misuse.contradiction", "misuse.crossed"],
  "re-ask": ["use.reasked"],
  stereotype: [],
  flattery: [],
  repetition: ["misuse.repetition"],
  "wrong-style": ["use.adherence"],
  "wrong-option": ["use.adherence"],
  "no-abstention": ["memory.abstained"],
  "over-abstention": ["memory.recalled"],
};

const [folder, mutants, open] = process.argv.slice(2);
const { suite } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
const { world } = loadWorld(process.cwd(), suite.personas_in);
const scorers = SCORERS.filter(({ direction, id }) => direction !== "neither" && !/^simulator/.test(id));
const score = scoring(world, scorers);
const pairOf = ({ persona, scenario, repeat }) => `${persona}|${scenario}|${repeat}`;
const [originals, baselines] = [new Map(), new Map()];
for await (const trial of readTrials(folder)) {
  originals.set(trial.id, trial);
  if (trial.assistant.technique === "generic") baselines.set(pairOf(trial), trial);
}
const before = new Map();
const scoresOf = (trial) => score(trial, baselines.get(pairOf(trial)) ?? null);
function scoresBefore(id) {
  if (!before.has(id)) before.set(id, scoresOf(originals.get(id)));
  return before.get(id);
}

/** By kind: of each mutant its person and which scorers found the trial worse than before. */
const seen = new Map();
for await (const line of createInterface({ input: createReadStream(mutants) })) {
  const { kind, held, persona, turn, trial } = JSON.parse(line);
  if (held === (open === "--open")) continue;
  const [was, is] = [scoresBefore(trial.id), scoresOf(trial)];
  const lowered = scorers.filter(({ direction }, at) => {
    const [old, now] = [was[at].value, is[at].value];
    if (now === null) return false;
    // Where there was nothing to judge before, a defect shows as the worst there is not.
    const from = old ?? (direction === "lower" ? 0 : 1);
    return direction === "lower" ? now > from + 1e-9 : now < from - 1e-9;
  });
  const found = scorers.filter(({ direction }, at) => {
    const [before, after] = [was[at], is[at]].map(({ evidence }) => badAt(evidence, turn, direction === "lower"));
    return after > before;
  });
  const row = seen.get(kind) ?? [];
  const idsOf = (list) => new Set(list.map(({ id }) => id));
  row.push({ persona, lowered: idsOf(lowered), worse: idsOf([...lowered, ...found]) });
  seen.set(kind, row);
}

/** How many chances at a turn went wrong. */
function badAt(evidence, turn, bad) {
  return evidence.filter((one) => one.turn === turn && one.hit === bad).length;
}

const intervalOf = intervalsFor(1);
function rate(row, hits) {
  const people = [...Map.groupBy(row, ({ persona }) => persona).values()];
  const { value, low, high } = intervalOf(people.map((own) => own.filter(hits).length / own.length));
  return low === null ? short(value) : `${short(value)} (${short(Math.max(0, low))} to ${short(Math.min(1, high))})`;
}
const short = (value) => value.toFixed(2).replace(/^0/, "");

console.log(open === "--open" ? "wordings that may be looked at\n" : "wordings that were held out\n");
console.log(
  "| kind | n | people | claimed by | caught | by its value alone | by any scorer |\n|---|---|---|---|---|---|---|",
);
for (const [kind, row] of seen) {
  const claimed = CLAIMED[kind] ?? scorers.map(({ id }) => id);
  const people = new Set(row.map(({ persona }) => persona)).size;
  const own = kind in CLAIMED ? claimed.map((id) => id.replace(/^\w+\./, "")).join(", ") || "nobody" : "harmless";
  const caughtBy = (list) => (claimed.length === 0 ? "-" : rate(row, (one) => claimed.some((id) => one[list].has(id))));
  console.log(
    `| ${kind} | ${row.length} | ${people} | ${own} | ${caughtBy("worse")} | ${caughtBy("lowered")} | ${rate(row, ({ worse }) => worse.size > 0)} |`,
  );
}

const columns = scorers.filter(({ id }) => [...seen.values()].some((row) => row.some(({ worse }) => worse.has(id))));
console.log(`\n| kind | ${columns.map(({ id }) => id).join(" | ")} |\n|---|${columns.map(() => "---|").join("")}`);
for (const [kind, row] of seen) {
  const cells = columns.map(({ id }) => {
    const share = row.filter(({ worse }) => worse.has(id)).length / row.length;
    return share === 0 ? "" : CLAIMED[kind]?.includes(id) ? `**${short(share)}**` : short(share);
  });
  console.log(`| ${kind} | ${cells.join(" | ")} |`);
}
