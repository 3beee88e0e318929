// Whether arms that differ are told apart, and draws of one arm are not. usage: npm run build && node tools/controls.mjs <run>
// The run is one of tools/controls.suite.yaml. An arm against itself is two repeats of it: another talk, and for the materials of another
// person another donor. Prints, in Markdown, how often p is under .05 and the mean difference of after less before, by endpoint.
import { drawsFor } from "../dist/core/draws.js";
import { signFlipTest } from "../dist/core/statistics/signFlip.js";
import { ALPHA, differences, ENDPOINTS, PATTERNS, percent, personValues } from "./personValues.mjs";

const COMPARISONS = 400;

const DIFFERENT = [
  ["generic", "history"],
  ["history", "history+other-segment"],
  ["history", "history+same-segment"],
  ["history+same-segment", "history+other-segment"],
  ["oracle", "echo"],
  ["oracle", "mute"],
  ["echo", "mute"],
];

const values = await personValues(process.argv[2]);
const { run, people } = values;
const repeats = Array.from({ length: run.suite.repeats }, (_, repeat) => repeat);
const draws = drawsFor(`${run.seed}|controls`);
const arms = run.assistants.map(({ id }) => id);

/** Of drawn repeats, each person's own: how often p is under .05, and the mean difference. */
function cellOf(endpoint, [before, after]) {
  let [rejected, total, known] = [0, 0, 0];
  for (let at = 0; at < COMPARISONS; at++) {
    const drawn = new Map(people.map((person) => [person, draws.shuffled("repeats", repeats)]));
    const sides = (person) => {
      const [one, other] = drawn.get(person);
      return [
        { arm: before, repeat: one },
        { arm: after, repeat: before === after ? other : one },
      ];
    };
    const { p, mean } = signFlipTest(differences(values, endpoint, people, sides), at, PATTERNS);
    if (p === null) continue;
    known += 1;
    total += mean;
    if (p < ALPHA) rejected += 1;
  }
  return known === 0
    ? "-"
    : `${percent(rejected / known)} (${(total / known)
        .toFixed(2)
        .replace(/^(-?)0\./, "$1.")
        .replace("-.00", ".00")})`;
}

console.log(
  `${values.trials} trials of ${people.length} people, ${repeats.length} repeats; ${COMPARISONS} comparisons a cell, in %\n`,
);
console.log(
  `| before | after | ${ENDPOINTS.map((id) => `\`${id}\``).join(" | ")} |\n|---|---|${ENDPOINTS.map(() => "---|").join("")}`,
);
for (const pair of [...DIFFERENT, ...arms.map((arm) => [arm, arm])]) {
  const [before, after] = pair;
  console.log(
    `| ${before} | ${before === after ? "itself" : after} | ${ENDPOINTS.map((id) => cellOf(id, pair)).join(" | ")} |`,
  );
}
