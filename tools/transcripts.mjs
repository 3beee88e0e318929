// Ten transcripts of one run as Markdown, not chosen by hand. Of each technique the first trial in a scenario not shown yet,
// then one drawn trial of each scenario that is left, then drawn ones up to ten.
// usage: node tools/transcripts.mjs <run folder> > docs/transcripts.md
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { drawsFor } from "../dist/core/draws.js";
import { transcript } from "../dist/reporters/transcript.js";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tools/transcripts.mjs <run folder>");
  process.exit(2);
}
const run = JSON.parse(readFileSync(`${folder}/run.json`, "utf8"));
const shown = new Set();
const firsts = run.assistants.map(({ id }) => {
  const planned = run.plan.find(({ assistant, scenario }) => assistant === id && !shown.has(scenario));
  shown.add(planned.scenario);
  return planned.id;
});
const others = drawsFor(`${run.seed}|transcripts`).shuffled(
  "pick",
  run.plan.filter(({ id }) => !firsts.includes(id)),
);
const drawn = [];
for (const { id, scenario } of others) {
  if (shown.has(scenario)) continue;
  shown.add(scenario);
  drawn.push(id);
}
drawn.push(...others.map(({ id }) => id).filter((id) => !drawn.includes(id)));
drawn.length = 10 - firsts.length;
const wanted = new Set([...firsts, ...drawn]);

const found = new Map();
for await (const line of createInterface({ input: createReadStream(`${folder}/trials.jsonl`) })) {
  const id = JSON.parse(`${line.slice(0, line.indexOf(",", line.indexOf(`"id"`)))}}`).id;
  if (wanted.has(id)) found.set(id, JSON.parse(line));
}

console.log(`# Ten transcripts

From one run of the demo suite (seed ${run.seed}, dramatis ${run.versions.dramatis}), not chosen by hand: of each technique the first
trial of the plan in a scenario not shown yet, then, drawn by the seed, one of each scenario left and others up to ten. ${run.players}.
Made by \`node tools/transcripts.mjs <run folder>\`.`);
for (const id of [...firsts, ...drawn])
  console.log(
    `\n## ${id}\n\n~~~text\n${transcript(found.get(id), [])
      .replace(/\nscores\s*$/, "")
      .trim()}\n~~~`,
  );
