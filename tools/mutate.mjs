// Plants defects in the recorded trials of a run, and harmless changes that look like defects: a test for scorers.
// usage: npm run build && node tools/mutate.mjs <run folder> <out.jsonl> [--seed n] [--per-kind 420]
// Half of what is written has wordings that were held out, where there are enough.
// Writes one JSON line a changed trial and prints how many could be made. The world is that of this folder.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawsFor } from "../dist/core/draws.js";
import { castOf } from "../dist/core/world.js";
import { DEFECTS, HARMLESS } from "../dist/mutations/registry.js";
import { readTrials } from "../dist/store/recorded.js";
import { loadWorld } from "../dist/store/world.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, "per-kind": { type: "string", default: "420" } },
});
const [folder, out] = positionals;
const perKind = Number(values["per-kind"]);
if (!folder || !out || !Number.isInteger(perKind)) {
  console.error("usage: node tools/mutate.mjs <run folder> <out.jsonl> [--seed n] [--per-kind 420]");
  process.exit(2);
}

const { suite } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
const { world } = loadWorld(process.cwd(), suite.personas_in);
const trials = await Array.fromAsync(readTrials(folder));
const people = new Set(trials.map(({ persona }) => persona));
const file = openSync(out, "w");
console.log(`${trials.length} trials of ${people.size} people; seed ${values.seed}\n`);
console.log("| kind | possible in | people | written | held out | people |\n|---|---|---|---|---|---|");
for (const operator of [...DEFECTS, ...HARMLESS]) {
  const mutants = trials.flatMap((trial) => operator.plant(trial, contextOf(trial, operator.kind)) ?? []);
  const kept = halves(drawsFor(`${values.seed}|kept|${operator.kind}`).shuffled("kept", mutants));
  for (const mutant of kept) writeSync(file, `${JSON.stringify(lineOf(mutant))}\n`);
  const held = kept.filter((mutant) => mutant.held);
  const cells = [operator.kind, mutants.length, personsOf(mutants), kept.length, held.length, personsOf(held)];
  console.log(`| ${cells.join(" | ")} |`);
}
closeSync(file);

/** Each trial and kind has draws of its own: another operator or another trial moves none of them. */
function contextOf({ id, persona, scenario }, kind) {
  const cast = castOf(world, persona, scenario);
  const others = [...people].filter((other) => other !== persona).map((other) => world.personas[other]);
  return { ...cast, others, draws: drawsFor(`${values.seed}|${id}|${kind}`) };
}

/** As many with wordings that were held out as with open ones, where there are enough. */
function halves(mutants) {
  return [true, false].flatMap((isHeld) => mutants.filter(({ held }) => held === isHeld).slice(0, perKind / 2));
}

function personsOf(mutants) {
  return new Set(mutants.map(({ trial }) => trial.persona)).size;
}

function lineOf({ trial, kind, turn, fact = null, wording, held }) {
  const { persona, scenario, assistant } = trial;
  const id = `${trial.id}|${kind}`;
  return { id, kind, held, wording, turn, fact, persona, scenario, technique: assistant.technique, trial };
}
