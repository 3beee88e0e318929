// How the offline players word their turns: what is repeated, and turn length, questions and punctuation, asked against got.
// usage: npm run build && node tools/wording.mjs <run folder> [--list]      prints Markdown; the personas are those of this folder
import { sentencesOf, wordsOf } from "../dist/core/words.js";
import { readTrials } from "../dist/store/recorded.js";
import { loadWorld } from "../dist/store/world.js";

/** Shorter sentences and turns are expected to come again. */
const LONG = 4;
/** Two turns whose word 3-grams overlap so much (Jaccard) are near duplicates. */
const NEAR = 0.8;
const FENCED = /```[\s\S]*?```/g;
const ANCHORS =
  "Human anchors: IARD seekers 12.4 / 11 / 23 words, 14 % questions, 50 % without a final stop; MovieBot users 3.4 / 4 / 6, 11 %, 51 %; LLM personas (Synthetic-Persona-Chat) 9.0 / 8 / 15, 28 %, 1 %.";

/** The trials of a run: their number, their different user turns, and the sentences that were said twice in one. */
async function gathered(folder) {
  const turns = new Map();
  const repeats = { talk: [], texts: [] };
  let trials = 0;
  for await (const trial of readTrials(folder)) {
    trials += 1;
    for (const kind of ["talk", "texts"]) repeats[kind].push(...saidTwice(trial, kind));
    for (const turn of userTurns(trial)) if (!turns.has(turn.key)) turns.set(turn.key, turn);
  }
  return { trials, turns: [...turns.values()], repeats };
}

function saidTwice({ sessions }, kind) {
  const said = new Set();
  const sentences = sessions.flatMap(({ turns }) => turns.flatMap(({ text }) => sentencesOf(part(text, kind))));
  return sentences.filter((sentence) => {
    const words = wordsOf(sentence);
    const key = words.join(" ");
    const again = words.length >= LONG && said.has(key);
    said.add(key);
    return again;
  });
}

const part = (text, kind) => (kind === "talk" ? text.replace(FENCED, "\n") : (text.match(FENCED) ?? []).join("\n"));

/** One text of one person in one scenario counts once: arms of a pair meet the same person on the same day. */
function userTurns({ persona, scenario, sessions }) {
  return sessions
    .flatMap(({ turns }) => turns)
    .filter(({ speaker }) => speaker === "user")
    .map(({ text, probe, acts }) => ({
      ...{ persona, scenario, text, words: wordsOf(text), key: `${persona}|${scenario}|${text}` },
      asks: probe !== null && acts.some(({ intent }) => intent === "probe"),
    }));
}

const apart = (one, other) => one.persona !== other.persona || one.scenario !== other.scenario;

/** The turns that nearly say what another persona, or the same in another scenario, says. */
function nearDuplicates(turns) {
  const grams = turns.map(({ words }) => new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(" "))));
  const holders = new Map();
  for (const [at, own] of grams.entries())
    for (const gram of own) holders.set(gram, [...(holders.get(gram) ?? []), at]);
  const alike = (at, other, shared) => shared / (grams[at].size + grams[other].size - shared) >= NEAR;
  return turns.filter((turn, at) => {
    const shared = new Map();
    for (const gram of grams[at])
      for (const other of holders.get(gram)) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1);
    return [...shared].some(([other, count]) => apart(turn, turns[other]) && alike(at, other, count));
  });
}

/** The turns that another persona, or the same in another scenario, says word for word. */
function verbatimDuplicates(turns) {
  const byWords = Map.groupBy(turns, ({ words }) => words.join(" "));
  return turns.filter((turn) => byWords.get(turn.words.join(" ")).some((other) => apart(turn, other)));
}

function repetition({ trials, turns, repeats }) {
  const talk = turns.filter(({ asks }) => !asks);
  const long = talk.filter(({ words }) => words.length >= LONG);
  const short = talk.filter(({ words }) => words.length < LONG);
  const near = nearDuplicates(long);
  const same = verbatimDuplicates(short);
  const lines = [
    `${trials} trials, ${turns.length} different user turns\n`,
    `- sentences of four words or more said twice in a trial: ${repeats.talk.length} in talk, ${repeats.texts.length} inside delivered texts`,
    `- near-duplicate user turns (four words or more, word 3-gram Jaccard >= ${NEAR} against another persona or scenario, probes' questions left out): ${near.length} of ${long.length}, ${percent(near.length, long.length)}`,
    `- shorter turns said word for word by another persona or in another scenario: ${same.length} of ${short.length}, ${percent(same.length, short.length)}\n`,
  ];
  return { lines, near };
}

function manner(turns, people) {
  const rows = [...Map.groupBy(turns, ({ persona }) => persona)].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    "| persona | words a turn: asked | got: mean / median / p90 | within | questions | no final stop: asked | got |",
    "|---|---|---|---|---|---|---|",
    ...rows.map(([id, own]) => row(id, own, people[id]?.style)),
    row("all", turns),
  ];
}

function row(name, turns, style) {
  const counts = turns.map(({ words }) => words.length);
  const share = (test) => percent(turns.filter(test).length, turns.length);
  const [low, high] = style?.words_per_turn ?? [];
  const cells = [
    name,
    style ? `${low} to ${high}` : "",
    `${mean(counts).toFixed(1)} / ${quantile(counts, 0.5)} / ${quantile(counts, 0.9)}`,
    style ? share(({ words }) => words.length >= low && words.length <= high) : "",
    share(({ text }) => text.includes("?")),
    style?.punctuation ?? "",
    share(({ text }) => !/[.!?…]["”')]*$/.test(text)),
  ];
  return `| ${cells.join(" | ")} |`;
}

function listed({ repeats }, near) {
  const sentences = (kind) => [...new Set(repeats[kind])].slice(0, 40).join("\n");
  const turns = near.slice(0, 60).map(({ persona, scenario, text }) => `${persona} ${scenario}: ${text}`);
  return [
    `\ntalk:\n${sentences("talk")}`,
    `\ntexts:\n${sentences("texts")}`,
    `\nnear duplicates:\n${turns.join("\n")}`,
  ];
}

const percent = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const mean = (list) => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
const quantile = (list, share) =>
  [...list].sort((one, other) => one - other)[Math.min(list.length - 1, Math.floor(share * list.length))] ?? 0;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tools/wording.mjs <run folder> [--list]");
  process.exit(2);
}
const found = await gathered(folder);
const { lines, near } = repetition(found);
const table = manner(found.turns, loadWorld(".").world.personas);
const lists = process.argv.includes("--list") ? listed(found, near) : [];
console.log([...lines, ...table, `\n${ANCHORS}`, ...lists].join("\n"));
