// How the offline players word their turns: what is repeated, and turn length, questions and punctuation, asked against got.
// usage: node tools/wording.mjs <run folder>      reads trials.jsonl and the personas of this folder; prints Markdown
import { createReadStream, readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parse } from "yaml";

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tools/wording.mjs <run folder>");
  process.exit(2);
}

const wordsOf = (text) =>
  text
    .normalize("NFKC")
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*/gu) ?? [];
const sentencesOf = (text) =>
  text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((part) => part.trim())
    .filter(Boolean);
const percent = (part, whole) => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
const mean = (list) => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
const quantile = (list, q) =>
  [...list].sort((one, other) => one - other)[Math.min(list.length - 1, Math.floor(q * list.length))] ?? 0;

const people = Object.fromEntries(
  readdirSync("personas")
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => {
      const persona = parse(readFileSync(`personas/${name}`, "utf8"));
      return [persona.id, persona];
    }),
);

const turns = new Map();
const repeats = { talk: [], texts: [] };
let trials = 0;
for await (const line of createInterface({ input: createReadStream(`${folder}/trials.jsonl`) })) {
  const trial = JSON.parse(line);
  trials += 1;
  const said = { talk: new Set(), texts: new Set() };
  for (const session of trial.sessions) {
    for (const turn of session.turns) {
      const fenced = turn.text.match(/```[\s\S]*?```/g) ?? [];
      const parts = { talk: turn.text.replace(/```[\s\S]*?```/g, "\n"), texts: fenced.join("\n") };
      for (const kind of ["talk", "texts"]) {
        for (const sentence of sentencesOf(parts[kind])) {
          const key = wordsOf(sentence);
          if (key.length < 4) continue;
          if (said[kind].has(key.join(" "))) repeats[kind].push(`${trial.id}: ${sentence}`);
          said[kind].add(key.join(" "));
        }
      }
      if (turn.speaker !== "user") continue;
      // One text of one person in one scenario counts once: arms of a pair meet the same person on the same day.
      const key = `${trial.persona}|${trial.scenario}|${turn.text}`;
      if (!turns.has(key))
        turns.set(key, {
          persona: trial.persona,
          scenario: trial.scenario,
          text: turn.text,
          asks: turn.probe !== null && turn.acts.some(({ intent }) => intent === "probe"),
        });
    }
  }
}

const grams = (words) => new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(" ")));
const long = [...turns.values()]
  .filter(({ asks }) => !asks)
  .map((turn) => ({ ...turn, words: wordsOf(turn.text) }))
  .filter(({ words }) => words.length >= 4)
  .map((turn) => ({ ...turn, grams: grams(turn.words) }));
const byGram = new Map();
for (const [at, turn] of long.entries())
  for (const gram of turn.grams) byGram.set(gram, [...(byGram.get(gram) ?? []), at]);
const near = long.filter((turn, at) => {
  const shared = new Map();
  for (const gram of turn.grams)
    for (const other of byGram.get(gram)) if (other !== at) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared].some(([index, count]) => {
    const other = long[index];
    const apart = other.persona !== turn.persona || other.scenario !== turn.scenario;
    return apart && count / (turn.grams.size + other.grams.size - count) >= 0.8;
  });
});
const short = [...turns.values()].filter(({ asks, text }) => !asks && wordsOf(text).length < 4);
const shortShared = short.filter((turn) =>
  short.some(
    (other) =>
      other !== turn &&
      wordsOf(other.text).join(" ") === wordsOf(turn.text).join(" ") &&
      (other.persona !== turn.persona || other.scenario !== turn.scenario),
  ),
);

console.log(`${trials} trials, ${turns.size} different user turns\n`);
console.log(
  `- sentences of four words or more said twice in a trial: ${repeats.talk.length} in talk, ${repeats.texts.length} inside delivered texts`,
);
console.log(
  `- near-duplicate user turns (four words or more, word 3-gram Jaccard >= 0.8 against another persona or scenario, probes' questions left out): ${near.length} of ${long.length}, ${percent(near.length, long.length)}`,
);
console.log(
  `- shorter turns said word for word by another persona or in another scenario: ${shortShared.length} of ${short.length}, ${percent(shortShared.length, short.length)}\n`,
);

console.log(
  "| persona | words a turn: asked | got: mean / median / p90 | within | questions | no final stop: asked | got |\n|---|---|---|---|---|---|---|",
);
const row = (name, list, asked) => {
  const counts = list.map(({ text }) => wordsOf(text).length);
  const within = asked
    ? percent(
        counts.filter((count) => count >= asked.words_per_turn[0] && count <= asked.words_per_turn[1]).length,
        counts.length,
      )
    : "";
  const questions = percent(list.filter(({ text }) => text.includes("?")).length, list.length);
  const open = percent(list.filter(({ text }) => !/[.!?…]["”')]*$/.test(text)).length, list.length);
  console.log(
    `| ${name} | ${asked ? asked.words_per_turn.join(" to ") : ""} | ${mean(counts).toFixed(1)} / ${quantile(counts, 0.5)} / ${quantile(counts, 0.9)} | ${within} | ${questions} | ${asked?.punctuation ?? ""} | ${open} |`,
  );
};
for (const id of Object.keys(people).sort()) {
  const own = [...turns.values()].filter(({ persona }) => persona === id);
  if (own.length > 0) row(id, own, people[id].style);
}
row("all", [...turns.values()], null);
console.log(
  "\nHuman anchors: IARD seekers 12.4 / 11 / 23 words, 14 % questions, 50 % without a final stop; MovieBot users 3.4 / 4 / 6, 11 %, 51 %; LLM personas (Synthetic-Persona-Chat) 9.0 / 8 / 15, 28 %, 1 %.",
);
if (process.argv.includes("--list")) {
  for (const kind of ["talk", "texts"])
    console.log(
      `\n${kind}:\n${[...new Set(repeats[kind].map((entry) => entry.replace(/^[^:]*: /, "")))].slice(0, 40).join("\n")}`,
    );
  console.log(
    `\nnear duplicates:\n${near
      .slice(0, 60)
      .map(({ persona, scenario, text }) => `${persona} ${scenario}: ${text}`)
      .join("\n")}`,
  );
}
