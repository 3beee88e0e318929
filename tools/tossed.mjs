// How often the test tells two rates of misuse apart that rule-based arms do not show: hits are tossed by coin, for as many chances as
// each person has in a run of tools/nulls.suite.yaml. usage: npm run build && node tools/tossed.mjs <run>      Prints Markdown.
import { drawsFor } from "../dist/core/draws.js";
import { signFlipTest } from "../dist/core/statistics/signFlip.js";
import { ALPHA, movedOf, PATTERNS, percent, personValues, share } from "./personValues.mjs";

const COMPARISONS = 1000;
const ENDPOINTS = ["use.applied.past", "misuse.stale", "misuse.leak"];
/** Before and after. */
const RATES = [
  [0.05, 0.05],
  [0.1, 0.1],
  [0.3, 0.3],
  [0.05, 0.15],
  [0.1, 0.3],
  [0.1, 0.5],
];

const values = await personValues(process.argv[2]);
const { run, people } = values;
const repeats = Array.from({ length: run.suite.repeats }, (_, repeat) => repeat);
const arm = run.assistants.map(({ id }) => id).find((id) => id !== "generic");
const draws = drawsFor(`${run.seed}|tossed`);

function tossed(chances, rate) {
  const hits = Array.from({ length: chances }, () => draws.number("toss")).filter((number) => number < rate);
  return hits.length / chances;
}

function told(endpoint, [before, after], size) {
  let [rejected, few, known] = [0, 0, 0];
  for (let at = 0; at < COMPARISONS; at++) {
    const whom = draws.shuffled("people", people).slice(0, size);
    const found = whom.flatMap((persona) => {
      const chances = values.chancesOf(endpoint, { arm, repeat: draws.pick("repeat", repeats), persona });
      return chances > 0 ? [tossed(chances, after) - tossed(chances, before)] : [];
    });
    known += found.length / COMPARISONS;
    if (movedOf(found).length < 6) few += 1;
    if ((signFlipTest(found, at, PATTERNS).p ?? 1) < ALPHA) rejected += 1;
  }
  const cells = [`\`${endpoint}\``, before, after, size, known.toFixed(1), share(rejected, COMPARISONS)];
  console.log(`| ${cells.join(" | ")} | ${percent(few / COMPARISONS)} |`);
}

console.log(`${COMPARISONS} comparisons, p < ${ALPHA}, in %\n`);
console.log("| endpoint | rate before | rate after | people | with a chance | rejected (95 %) | too few moved |");
console.log("|---|---|---|---|---|---|---|");
for (const endpoint of ENDPOINTS)
  for (const rates of RATES) for (const size of [24, 48]) if (size <= people.length) told(endpoint, rates, size);
