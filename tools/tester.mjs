// Whether users of each kind recover an order of assistants that is known, and whether they agree on one that is not.
// usage: npm run build, then a run of tools/tester.suite.yaml for each kind of user (--user agenda | hybrid | llm), then
// node tools/tester.mjs <run>...
// The method: testers are assistants of known order, and a simulator is as good as the share of pairs it puts right
// (Labhishetty and Zhai 2021, SIGIR, "An Exploration of Tester-based Evaluation of User Simulators").
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kendallTauB } from "../dist/core/statistics/kendall.js";
import { table } from "./markdownTable.mjs";

const DOSE = /^oracle(?:\+obeys-([\d.]+))?$/;
const SCORERS = ["use.applied", "use.adherence", "use.adherence.headroom", "service.repair", "service.effort"];
const RANKED = ["use.adherence", "use.applied"];

const runs = process.argv.slice(2).map((folder) => {
  const [run, summary] = ["run.json", "summary.json"].map((name) =>
    JSON.parse(readFileSync(join(folder, name), "utf8")),
  );
  const estimates = new Map(summary.estimates.map((one) => [`${one.scorer}|${one.assistant}`, one]));
  const failed = Object.values(summary.outcomes).reduce((sum, { simulator_error = 0 }) => sum + simulator_error, 0);
  return { kind: run.suite.user, run, failed, of: (scorer, arm) => estimates.get(`${scorer}|${arm}`) };
});
if (runs.length === 0) throw new Error("no run is given: node tools/tester.mjs <run>...");

const arms = runs[0].run.assistants.map(({ id }) => id);
const doses = arms.filter((arm) => DOSE.test(arm)).map((arm) => ({ arm, obeys: Number(DOSE.exec(arm)[1] ?? 1) }));
const techniques = arms.filter((arm) => !arm.includes("+"));
const pairsOf = (list) => list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other]));
const number = (value) => (value === null || value === undefined ? "-" : value.toFixed(2));
const interval = (one) =>
  !one || one.value === null ? "-" : `${number(one.value)} [${number(one.low)}, ${number(one.high)}]`;

for (const { kind, run, failed, of } of runs) {
  const people = new Set(run.plan.map(({ persona }) => persona)).size;
  console.log(
    `## ${kind}: ${run.plan.length} trials, ${people} people, ${failed} in which the simulated person failed\n`,
  );
  table(
    ["scorer", ...doses.map(({ obeys }) => `obeys ${obeys}`), "pairs in order", "tau-b"],
    SCORERS.map((scorer) => {
      const found = doses
        .map(({ arm, obeys }) => ({ obeys, one: of(scorer, arm) }))
        .filter(({ one }) => one?.value != null);
      const sign = found[0]?.one.direction === "lower" ? -1 : 1;
      const pairs = pairsOf(found);
      const right = pairs.filter(([a, b]) => sign * (a.obeys - b.obeys) * (a.one.value - b.one.value) > 0);
      const tau = kendallTauB(
        found.map(({ obeys }) => obeys),
        found.map(({ one }) => sign * one.value),
      );
      return [
        scorer,
        ...doses.map(({ arm }) => interval(of(scorer, arm))),
        `${right.length} of ${pairs.length}`,
        number(tau),
      ];
    }),
  );
}

for (const scorer of RANKED) {
  const valuesOf = ({ of }) => techniques.map((arm) => of(scorer, arm)?.value ?? null);
  const both = (one, other) => techniques.filter((_, at) => valuesOf(one)[at] !== null && valuesOf(other)[at] !== null);
  const numbers = (run, whom) => whom.map((arm) => run.of(scorer, arm).value);
  console.log(`## Order of ${techniques.length} techniques by ${scorer}: tau-b between kinds of users\n`);
  table(
    ["", ...runs.map(({ kind }) => kind)],
    runs.map((one) => [
      one.kind,
      ...runs.map((other) => number(kendallTauB(numbers(one, both(one, other)), numbers(other, both(one, other))))),
    ]),
  );
  const flips = pairsOf(runs).flatMap(([one, other]) =>
    pairsOf(both(one, other)).flatMap(([a, b]) => {
      const [here, there] = [one, other].map(({ of }) => of(scorer, a).value - of(scorer, b).value);
      return here * there < 0 ? [`${a} and ${b}: ${one.kind} ${number(here)}, ${other.kind} ${number(there)}`] : [];
    }),
  );
  console.log(
    flips.length === 0 ? "No pair of techniques changes places.\n" : `Changed places:\n- ${flips.join("\n- ")}\n`,
  );
}
