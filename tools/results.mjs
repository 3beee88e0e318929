// Writes docs/results.md from runs of three suites; plays those that no folder is given for.
// usage: npm run build && node tools/results.mjs [<core run> <axes run> <counterfactual run>] > docs/results.md
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./markdownTable.mjs";

const SUITES = ["core", "axes", "counterfactual"];
const PRIMARY = ["use.applied.past", "misuse.irrelevant", "misuse.stale", "misuse.leak"];
const given = process.argv.slice(2);
const [core, axes, twins] = SUITES.map((suite, at) => summaryIn(given[at] ?? played(suite)));

function played(suite) {
  const out = mkdtempSync(join(tmpdir(), `${suite}-`));
  execFileSync(
    process.execPath,
    ["dist/launcher.js", "run", `scenarios/${suite}.suite.yaml`, "--out", out, "--quiet"],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  return join(out, readdirSync(out)[0]);
}

function summaryIn(folder) {
  const run = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
  const arms = run.assistants.map(({ id }) => id);
  const find = (scorer, arm) => summary.estimates.find((one) => one.scorer === scorer && one.assistant === arm);
  return {
    run,
    summary,
    arms,
    find,
    trials: run.plan.length,
    people: new Set(run.plan.map(({ persona }) => persona)).size,
  };
}

const short = (value) => (Math.abs(value) < 0.005 ? ".00" : value.toFixed(2).replace(/^(-?)0\./, "$1."));
function cell(one) {
  if (!one || one.value === null) return "-";
  return one.low === null ? short(one.value) : `${short(one.value)} [${short(one.low)}, ${short(one.high)}]`;
}

/** Area under a curve over log2(1 + n), over the length of the axis: the mean height, each doubling counting alike. */
function area(points) {
  const at = points.map(([n, value]) => [Math.log2(1 + n), value]);
  const whole = at.at(-1)[0] - at[0][0];
  return at.slice(1).reduce((sum, [x, y], index) => sum + ((y + at[index][1]) / 2) * (x - at[index][0]), 0) / whole;
}

const { run } = core;
console.log(`# Content selection under a rule-based realizer

What techniques recall, and what a choice made of it by rule is worth: ${core.people} people of one population in eight scenarios, ${core.arms.length} arms,
${core.trials} trials, seed ${run.seed}, Dramatis ${run.versions.dramatis}. \`node tools/results.mjs > docs/results.md\` plays and writes all of this again.

**What this shows**: which facts reach the choice, and what that is worth. **What it does not**: whether a model would understand what is recalled, word it well,
or keep it to itself. The realizer reads what is recalled perfectly; people are made by rule (docs/populations.md). The order below is **not validated against a language
model**: no run with one has been recorded, so no Kendall tau can be given. Nothing was tuned after an order was seen. Four endpoints were named before the run (in bold); all else is exploratory.
Values are means over persons with 95 % bootstrap intervals over persons; scenarios are fixed; \`-\` is unknown.

## Techniques
`);
table(
  [
    "arm",
    ...PRIMARY.map((id) => `**${id}**`),
    "use.adherence",
    "comparison.gain",
    "comparison.attribution",
    "misuse.invented",
    "memory.profile",
    "persons",
  ],
  core.arms.map((arm) => [
    arm,
    ...PRIMARY.map((id) => cell(core.find(id, arm))),
    ...["use.adherence", "comparison.gain", "comparison.attribution", "misuse.invented", "memory.profile"].map((id) =>
      cell(core.find(id, arm)),
    ),
    core.find("use.adherence", arm)?.n ?? "-",
  ]),
);
console.log(`Pairs left out because the simulated person failed in one arm: ${core.summary.dropped_pairs}. Outcomes other than completed: ${troubles(core)}.

## Specificity: own materials against those of a person of another segment
`);
table(
  ["technique", "own less other, adherence", "facts of the other brought in (misuse.crossed)"],
  core.arms
    .filter((arm) => core.find("comparison.specificity", arm))
    .map((arm) => [
      arm,
      cell(core.find("comparison.specificity", arm)),
      cell(core.find("misuse.crossed", `${arm}+other-segment`)),
    ]),
);

const techniques = ["history", "bm25", "profile"];
const counts = [0, 1, 2, 4, 8, 16, 32];
console.log(`## Cold start: adherence with the first n documents, interactions and pairs

${axes.people} people, two scenarios each. The area is the mean height over log2(1 + n).
`);
table(
  ["technique", ...counts.map((n) => `n = ${n}`), "area"],
  techniques.map((technique) => {
    const found = counts.map((n) => axes.find("use.adherence", `${technique}+cold-${n}`));
    return [technique, ...found.map(cell), short(area(found.map(({ value }, at) => [counts[at], value])))];
  }),
);
const notes = [0, 10, 40, 160];
console.log(
  "## Haystack: adherence, and facts of past sessions and materials applied, with n notes more that tell nothing\n",
);
for (const scorer of ["use.adherence", "use.applied.material"])
  table(
    [scorer, ...notes.map((n) => `n = ${n}`)],
    techniques.map((technique) => [
      technique,
      ...notes.map((n) => cell(axes.find(scorer, n === 0 ? technique : `${technique}+hay-${n}`))),
    ]),
  );
console.log("## Implied evidence only, and a shared assistant\n");
table(
  ["technique", "adherence", "implied only", "shared with another", "misuse.crossed where shared"],
  techniques.map((technique) => [
    technique,
    ...["", "+implied", "+shared"].map((axis) => cell(axes.find("use.adherence", `${technique}${axis}`))),
    cell(axes.find("misuse.crossed", `${technique}+shared`)),
  ]),
);
console.log("## Noise of the realizer: dose and response\n");
const noise = axes.arms.filter((arm) => arm.startsWith("oracle"));
table(
  ["arm", "use.applied", "use.adherence", "misuse.irrelevant"],
  noise.map((arm) => [
    arm,
    ...["use.applied", "use.adherence", "misuse.irrelevant"].map((id) => cell(axes.find(id, arm))),
  ]),
);
console.log(`## Counterfactuals: one fact swapped

${twins.people} people, ${twins.trials} trials. \`counterfactual\`: of the probes where the swap moves what is best, those where both got their best. \`steady\`: of the probes where
it moves nothing, those where both got the same.
`);
table(
  ["arm", "counterfactual", "steady", "probes moved"],
  twins.arms.map((arm) => [
    arm,
    cell(twins.find("comparison.counterfactual", arm)),
    cell(twins.find("comparison.counterfactual.steady", arm)),
    twins.find("comparison.counterfactual", arm)?.trials ?? "-",
  ]),
);

function troubles({ summary: { outcomes } }) {
  const found = Object.entries(outcomes).flatMap(([arm, counts]) =>
    Object.entries(counts).flatMap(([outcome, count]) =>
      outcome === "completed" ? [] : [`${arm} ${outcome} ${count}`],
    ),
  );
  return found.join(", ") || "none";
}
