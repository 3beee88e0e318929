// Ten transcripts of one run as Markdown, not chosen by hand: the first of each technique, then four drawn by the run's seed.
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
const ids = run.plan.map(({ id }) => id);
const firsts = run.assistants.map(({ id }) => run.plan.find(({ assistant }) => assistant === id).id);
const others = ids.filter((id) => !firsts.includes(id));
const drawn = drawsFor(`${run.seed}|transcripts`)
  .shuffled("pick", others)
  .slice(0, Math.max(0, 10 - firsts.length));
const wanted = new Set([...firsts, ...drawn]);

const found = new Map();
for await (const line of createInterface({ input: createReadStream(`${folder}/trials.jsonl`) })) {
  const id = JSON.parse(`${line.slice(0, line.indexOf(",", line.indexOf(`"id"`)))}}`).id;
  if (wanted.has(id)) found.set(id, JSON.parse(line));
}

console.log(`# Ten transcripts

From one run of the demo suite (seed ${run.seed}, dramatis ${run.versions.dramatis}), not chosen by hand: the first trial of each
technique in the order of the plan, then ${drawn.length} drawn by the seed. ${run.players}.
Made again by \`node tools/transcripts.mjs <run folder>\`.`);
for (const id of [...firsts, ...drawn])
  console.log(
    `\n## ${id}\n\n~~~text\n${transcript(found.get(id), [])
      .replace(/\nscores\s*$/, "")
      .trim()}\n~~~`,
  );
