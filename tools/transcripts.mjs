// Ten transcripts of one run as Markdown, not chosen by hand. Of each technique the first trial in a scenario not shown yet,
// then one drawn trial of each scenario that is left, then drawn ones up to ten.
// usage: npm run build && node tools/transcripts.mjs <run folder>
import { drawsFor } from "../dist/core/draws.js";
import { transcript } from "../dist/reporters/transcript.js";
import { readRun, readTrials } from "../dist/store/recorded.js";

const SHOWN = 10;

/** The ids of the trials to show. */
function chosen({ assistants, plan, seed }) {
  const scenarios = new Set();
  const fresh = ({ scenario }) => !scenarios.has(scenario) && scenarios.add(scenario);
  const firsts = assistants.flatMap(({ id }) => plan.find((one) => one.assistant === id && fresh(one)) ?? []);
  const others = drawsFor(`${seed}|transcripts`).shuffled(
    "pick",
    plan.filter((one) => !firsts.includes(one)),
  );
  const drawn = others.filter(fresh);
  const rest = others.filter((one) => !drawn.includes(one));
  return [...firsts, ...drawn, ...rest].slice(0, SHOWN).map(({ id }) => id);
}

async function trialsOf(folder, ids) {
  const found = new Map();
  for await (const trial of readTrials(folder)) if (ids.includes(trial.id)) found.set(trial.id, trial);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** A trial without the empty list of scores at its end. */
const talkOf = (trial) =>
  transcript(trial, [])
    .replace(/\nscores\s*$/, "")
    .trim();

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tools/transcripts.mjs <run folder>");
  process.exit(2);
}
const run = readRun(folder);
console.log(`# Ten transcripts

From one run of the demo suite (seed ${run.seed}, dramatis ${run.versions.dramatis}), not chosen by hand: of each technique the first
trial of the plan in a scenario not shown yet, then, drawn by the seed, one of each scenario left and others up to ten. ${run.players}.
Made by \`node tools/transcripts.mjs <run folder>\`.`);
for (const trial of await trialsOf(folder, chosen(run)))
  console.log(`\n## ${trial.id}\n\n~~~text\n${talkOf(trial)}\n~~~`);
