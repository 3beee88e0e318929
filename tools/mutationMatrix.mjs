// Scores planted defects and harmless changes, and prints which scorer saw which: a defect counts as seen by a scorer whose
// value of the trial is worse than before the change, or which finds at the changed turn what it did not find there before:
// a share that was at its worst already cannot get worse. Wordings that were held out, but for one column. Intervals are over persons.
// usage: npm run build && node tools/mutate.mjs <run> mutants.jsonl && node tools/mutationMatrix.mjs <run> mutants.jsonl [write]
// The world is that of this folder. `write` puts the tables into docs/mutations.md and docs/mutations-matrix.md.
import { createReadStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { HEADLINE } from "../dist/core/headline.js";
import { pairOf } from "../dist/core/pairing.js";
import { intervalsFor } from "../dist/core/statistics/interval.js";
import { DEFECTS, HARMLESS } from "../dist/mutations/registry.js";
import { scoring } from "../dist/scorers/scoring.js";
import { readTrials } from "../dist/store/recorded.js";
import { loadWorld } from "../dist/store/world.js";
import { claimsOf } from "./claims.mjs";
import { findingMore, lowered, MINDING } from "./worseScores.mjs";

/** What was aimed at: so many defects caught, at most so many false alarms. */
const AIM = { caught: 0.95, false: 0.02 };

/**
 * Scorers of manner are graded by all words of a talk, so that any other words move them: they stand in the matrix and beside the
 * kind they claim, but are no alarm about a change of what is said.
 */
const isOfManner = (id) => id.startsWith("voice.");

const [folder, mutants, write] = process.argv.slice(2);
const claims = claimsOf(
  MINDING,
  DEFECTS.map(({ kind }) => kind),
);
const rows = await seenMutants();
const intervalOf = intervalsFor(1);
const short = (value) => value.toFixed(2).replace(/^0/, "");

/** By kind: of each mutant its person, whether its wording was held out, and which scorers found the trial worse than before. */
async function seenMutants() {
  const { suite } = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
  const { world } = loadWorld(process.cwd(), suite.personas_in);
  const score = scoring(world, MINDING);
  const [originals, baselines, before, seen] = [new Map(), new Map(), new Map(), new Map()];
  for await (const trial of readTrials(folder)) {
    originals.set(trial.id, trial);
    if (trial.assistant.technique === "generic") baselines.set(pairOf(trial), trial);
  }
  const scoresOf = (trial) => score(trial, baselines.get(pairOf(trial)) ?? null);
  for await (const line of createInterface({ input: createReadStream(mutants) })) {
    const { kind, held, persona, turn, trial } = JSON.parse(line);
    if (!before.has(trial.id)) before.set(trial.id, scoresOf(originals.get(trial.id)));
    const row = seen.get(kind) ?? [];
    row.push({ persona, held, ...minded(before.get(trial.id), scoresOf(trial), turn) });
    seen.set(kind, row);
  }
  return seen;
}

/** The scorers whose value got worse, and these with the ones that find something more at the changed turn. */
function minded(was, is, turn) {
  const worse = lowered(was, is);
  const more = findingMore(was, is, (one) => one.turn === turn);
  return { lowered: new Set(worse), worse: new Set([...worse, ...more]) };
}

/** The mean over persons of a share, with its interval. */
function share(row, isHit) {
  const people = [...Map.groupBy(row, ({ persona }) => persona).values()];
  return intervalOf(people.map((own) => own.filter(isHit).length / own.length));
}
const value = (row, isHit) => (row.length === 0 ? "-" : short(share(row, isHit).value));
function withInterval(row, isHit) {
  if (row.length === 0) return "-";
  const { value: mean, low, high } = share(row, isHit);
  return low === null ? short(mean) : `${short(mean)} (${short(Math.max(0, low))} to ${short(Math.min(1, high))})`;
}

const HEADS = ["kind", "n", "people", "claimed by", "caught", "by value alone", "any scorer", "open half", "aim"];

function summaryRow(kind) {
  const all = rows.get(kind) ?? [];
  const [held, open] = [all.filter((one) => one.held), all.filter((one) => !one.held)];
  const harmless = !claims.has(kind);
  const claiming = claims.get(kind) ?? MINDING.map(({ id }) => id).filter((id) => !isOfManner(id));
  const by = (list) => (one) => claiming.some((id) => one[list].has(id));
  const unclaimed = claiming.length === 0;
  const caught = held.length === 0 || unclaimed ? null : share(held, by("worse")).value;
  const met = harmless ? caught <= AIM.false : caught >= AIM.caught;
  return [
    ...[kind, held.length, new Set(held.map(({ persona }) => persona)).size],
    harmless ? "harmless" : claiming.map((id) => id.replace(/^\w+\./, "")).join(", ") || "nobody",
    unclaimed ? "-" : withInterval(held, by("worse")),
    unclaimed ? "-" : value(held, by("lowered")),
    value(held, ({ worse }) => [...worse].some((id) => !isOfManner(id))),
    unclaimed ? "-" : value(open, by("worse")),
    caught === null ? "-" : met ? "met" : "no",
  ];
}

const kinds = [...DEFECTS, ...HARMLESS].map(({ kind }) => kind);
const table = (heads, lines) =>
  [heads, heads.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

function fullMatrix() {
  const held = new Map(kinds.map((kind) => [kind, (rows.get(kind) ?? []).filter((one) => one.held)]));
  const columns = MINDING.filter(({ id }) => [...held.values()].some((row) => row.some(({ worse }) => worse.has(id))));
  const silent = MINDING.filter((one) => !columns.includes(one)).map(({ id }) => `\`${id}\``);
  const lines = kinds.map((kind) => [
    kind,
    ...columns.map(({ id }) => {
      const isHit = ({ worse }) => worse.has(id);
      if (!held.get(kind).some(isHit)) return "";
      const seen = value(held.get(kind), isHit);
      return claims.get(kind)?.includes(id) ? `**${seen}**` : seen;
    }),
  ]);
  const rest = silent.length > 0 ? `\n\nNothing was seen by: ${silent.join(", ")}.` : "";
  return `${table(["kind", ...columns.map(({ id }) => id)], lines)}${rest}`;
}

/** What the scorers of words in a first table see of the one kind that is theirs alone. */
function freeWords() {
  const lines = kinds.flatMap((kind) => {
    const [scorer, other] = claims.get(kind) ?? [];
    const isShown = scorer && !other && /^misuse\./.test(scorer) && HEADLINE.includes(scorer);
    return isShown
      ? [
          [
            `\`${scorer}\``,
            value(
              (rows.get(kind) ?? []).filter((one) => one.held),
              ({ worse }) => worse.has(scorer),
            ),
          ],
        ]
      : [];
  });
  return table(["scorer", "seen"], lines);
}

/** A page with what stands between two marks exchanged. */
function replaced(path, name, text) {
  const marks = [`<!-- ${name}: written by tools/mutationMatrix.mjs -->\n`, `\n<!-- end of ${name} -->`];
  const page = readFileSync(path, "utf8");
  const [start, end] = marks.map((mark) => page.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`${path} has no marks of ${name}`);
  writeFileSync(path, `${page.slice(0, start + marks[0].length)}${text}${page.slice(end)}`);
}

const parts = [
  ["docs/mutations.md", "summary", table(HEADS, kinds.map(summaryRow))],
  ["docs/mutations.md", "first table", freeWords()],
  ["docs/mutations-matrix.md", "matrix", fullMatrix()],
];
for (const [path, name, text] of parts) {
  console.log(`${text}\n`);
  if (write === "write") replaced(path, name, text);
}
