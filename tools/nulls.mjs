// How often two equal arms are told apart, and how often unequal ones are. usage: npm run build && node tools/nulls.mjs <run>
// The run is one of tools/nulls.suite.yaml: noise makes repeats of an arm differ, and arms with more noise are planted effects of known
// direction. Each person's repeats are drawn by themselves, so that a thousand comparisons are a thousand different ones. Prints Markdown.
import { drawsFor } from "../dist/core/draws.js";
import { PRIMARY } from "../dist/core/endpoints.js";
import { holm } from "../dist/core/statistics/holm.js";
import { intervalsFor } from "../dist/core/statistics/interval.js";
import { signFlipTest } from "../dist/core/statistics/signFlip.js";
import { tQuantile } from "../dist/core/statistics/studentT.js";
import { ALPHA, differences, ENDPOINTS, movedOf, PATTERNS, percent, personValues, share } from "./personValues.mjs";

const COMPARISONS = 1000;
const PLANTED = 400;
/** What noise can move, and which way is worse. */
const MOVED = { "use.applied.past": -1, "misuse.irrelevant": 1, "use.adherence": -1 };

const values = await personValues(process.argv[2]);
const { run, people } = values;
const repeats = Array.from({ length: run.suite.repeats }, (_, repeat) => repeat);
const arms = run.assistants.map(({ id }) => id).filter((id) => id !== "generic");
const draws = drawsFor(`${run.seed}|nulls`);
const intervalOf = intervalsFor(run.seed);
const sizes = (least) => [6, 12, 24, people.length].filter((size) => size >= least && size <= people.length);

const drawnPeople = (size) => draws.shuffled("people", people).slice(0, size);
const meanOf = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;

/**
 * How often so large differences with signs tossed by coin have a p under .05: under it by as much as equal sums leave no
 * pattern at exactly .05. Drawn anew, apart from the test.
 */
function attainable(found) {
  const moved = movedOf(found).map(Math.abs);
  const sums = Array.from({ length: PATTERNS }, () =>
    Math.abs(moved.reduce((sum, size) => sum + (draws.number("sign") < 0.5 ? size : -size), 0)),
  ).sort((one, other) => other - one);
  let allowed = 0;
  for (let at = 0; at < PATTERNS; ) {
    let end = at;
    while (end < PATTERNS && sums[end] > sums[at] - 1e-9) end += 1;
    if (end / PATTERNS >= ALPHA) break;
    allowed = end / PATTERNS;
    at = end;
  }
  return allowed;
}

/** Whether Student's interval of the mean leaves out 0: for comparison, for from 20 persons on the interval is a bootstrap. */
function studentLeavesOut(found) {
  const [mean, n] = [meanOf(found), found.length];
  const error = Math.sqrt(found.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1) / n);
  return error > 0 && Math.abs(mean) > tQuantile(0.975, n - 1) * error;
}

/** p of each endpoint in which anybody moved, and the endpoints that are found under Holm over the primary ones. */
function tested(byEndpoint, seed) {
  const p = new Map();
  for (const [endpoint, found] of byEndpoint)
    if (movedOf(found).length > 0) p.set(endpoint, signFlipTest(found, seed, PATTERNS).p);
  const family = PRIMARY.filter((endpoint) => p.has(endpoint));
  const adjusted = holm(family.map((endpoint) => p.get(endpoint)));
  return { p, holmed: new Set(family.filter((_, at) => adjusted[at] < ALPHA)) };
}

function equalArms(size) {
  const rows = new Map(
    ENDPOINTS.map((id) => [id, { rejected: 0, excludes: 0, student: 0, few: 0, moved: [], allowed: [], with: [] }]),
  );
  let family = 0;
  for (let at = 0; at < COMPARISONS; at++) {
    const pairs = new Map(drawnPeople(size).map((person) => [person, draws.shuffled("repeats", repeats).slice(0, 2)]));
    const sides = (person) => pairs.get(person).map((repeat) => ({ arm: arms[0], repeat }));
    const byEndpoint = new Map(ENDPOINTS.map((id) => [id, differences(values, id, [...pairs.keys()], sides)]));
    const { p, holmed } = tested(byEndpoint, at);
    if (holmed.size > 0) family += 1;
    for (const [id, found] of byEndpoint) {
      const row = rows.get(id);
      const { low, high } = intervalOf(found);
      if ((p.get(id) ?? 1) < ALPHA) row.rejected += 1;
      if (low > 0 || high < 0) row.excludes += 1;
      if (studentLeavesOut(found)) row.student += 1;
      // Under six differences no pattern of signs is rarer than one in twenty.
      if (movedOf(found).length < 6) row.few += 1;
      row.moved.push(movedOf(found).length);
      row.with.push(found.length);
      if (at % 5 === 0) row.allowed.push(attainable(found));
    }
  }
  for (const [id, { rejected, excludes, student, few, moved, allowed, with: known }] of rows)
    console.log(
      `| ${size} | \`${id}\` | ${share(rejected, COMPARISONS)} | ${percent(meanOf(allowed))} | ${percent(excludes / COMPARISONS)} | ${percent(student / COMPARISONS)} | ${meanOf(moved).toFixed(1)} of ${meanOf(known).toFixed(1)} | ${percent(few / COMPARISONS)} |`,
    );
  return `${size} people: ${share(family, COMPARISONS)}`;
}

/** How often an arm with more noise is found worse: with the draws of the other arm, and with draws of its own. */
function planted(endpoint, arm, size) {
  const counts = { same: 0, sameHolm: 0, own: 0 };
  const effects = [];
  for (let at = 0; at < PLANTED; at++) {
    const pairs = new Map(drawnPeople(size).map((person) => [person, draws.shuffled("repeats", repeats)]));
    const sidesWith = (other) => (person) => {
      const drawn = pairs.get(person);
      return [
        { arm: arms[0], repeat: drawn[0] },
        { arm, repeat: drawn[other] },
      ];
    };
    const isWorse = (found) => Math.sign(meanOf(found)) === MOVED[endpoint];
    const all = new Map(ENDPOINTS.map((id) => [id, differences(values, id, [...pairs.keys()], sidesWith(0))]));
    const { p, holmed } = tested(all, at);
    const found = all.get(endpoint);
    if (isWorse(found) && (p.get(endpoint) ?? 1) < ALPHA) counts.same += 1;
    if (isWorse(found) && holmed.has(endpoint)) counts.sameHolm += 1;
    const apart = differences(values, endpoint, [...pairs.keys()], sidesWith(1));
    if (isWorse(apart) && (signFlipTest(apart, at, PATTERNS).p ?? 1) < ALPHA) counts.own += 1;
    effects.push(meanOf(found));
  }
  const holmed = PRIMARY.includes(endpoint) ? percent(counts.sameHolm / PLANTED) : "-";
  return {
    effect: meanOf(effects),
    cell: `${percent(counts.same / PLANTED)} / ${holmed} / ${percent(counts.own / PLANTED)}`,
  };
}

console.log(
  `${values.trials} trials of ${people.length} people, ${repeats.length} repeats, seed ${run.seed}; arms ${arms.join(", ")}`,
);
console.log(`\n${COMPARISONS} comparisons of ${arms[0]} with itself, p < ${ALPHA}, in %\n`);
console.log(
  "| people | endpoint | rejected (95 %) | attainable | interval without 0 | t interval without 0 | people moved | too few moved |",
);
console.log("|---|---|---|---|---|---|---|---|");
const families = sizes(12).map(equalArms);
console.log(`\nany of the primary endpoints, after Holm: ${families.join("; ")}`);

console.log(
  `\n${PLANTED} comparisons of ${arms[0]} with arms of more noise, found worse with p < ${ALPHA}, in %: same draws / the same, after Holm over the primary endpoints / draws of its own\n`,
);
console.log(
  `| endpoint | arm | effect | ${sizes(6)
    .map((size) => `${size} people`)
    .join(" | ")} |`,
);
console.log(
  `|---|---|---|${sizes(6)
    .map(() => "---|")
    .join("")}`,
);
for (const endpoint of Object.keys(MOVED))
  for (const arm of arms.slice(1)) {
    const found = sizes(6).map((size) => planted(endpoint, arm, size));
    const { effect } = found.at(-1);
    console.log(`| \`${endpoint}\` | ${arm} | ${effect.toFixed(3)} | ${found.map(({ cell }) => cell).join(" | ")} |`);
  }
