// What the agenda user hears in replies that somebody labelled: precision and recall of its acts.
// usage: npm run build && node tools/listening.mjs [--half held|dev|all] [--json] [--misses] [FILE]
//   --misses    prints what was heard wrong; of the held half that ends its being held
//   FILE        a file of annotated MovieBot dialogues (UserSimCRS, data/datasets/moviebot)
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { offeredIn } from "../dist/core/offers.js";
import { hasPhrase } from "../dist/core/phrases.js";
import { wilsonInterval } from "../dist/core/statistics/wilson.js";
import { loadWorld } from "../dist/store/world.js";
import { hear } from "../dist/users/agenda/hearing.js";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const REPLIES = `${ROOT}/tests/users/heard/replies.jsonl`;

const {
  values: options,
  positionals: [dialogues],
} = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: "string", default: "held" },
    json: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
  },
});
const { world } = loadWorld(ROOT);

/** Which half a reply is of was settled by its id before anybody read one. */
const halfOf = ({ id }) => (createHash("sha256").update(id).digest()[0] % 2 === 0 ? "dev" : "held");

const unique = (all) => [...new Set(all)];
const catalogOf = (domain) => Object.values(world.catalogs).find((catalog) => catalog.domain === domain);

/** What a reply does, as its labels have it: sets of what each act is about. */
const labelled = (reply) => ({
  recommend: reply.offers,
  request: reply.asks,
  inform: Object.keys(reply.answers),
  "no-offer": reply.gives_up ? ["it"] : [],
  bye: reply.closing ? ["it"] : [],
});

/** What the user hears in it who knows what the context says, and no more. */
function heardIn({ domain, context, reply }) {
  const catalog = catalogOf(domain);
  const acts = hear(reply, listening(catalog, context));
  const about = (intents, what) => unique(acts.filter(({ intent }) => intents.includes(intent)).flatMap(what));
  const known = new Set(catalog.items.flatMap(({ attributes }) => Object.keys(attributes)));
  return {
    recommend: about(["recommend"], ({ item }) => item ?? []),
    request: about(["request", "select"], ({ slot }) => (known.has(slot) ? slot : [])),
    inform: about(["inform"], ({ request }) => request ?? []),
    "no-offer": about(["no-offer"], () => "it"),
    bye: about(["bye"], () => "it"),
  };
}

/** The item under discussion is the only one that the context names; what was asked of it is what the context has cues of. */
function listening(catalog, context) {
  const [item, other] = offeredIn(context, catalog.items);
  const requested = Object.entries(catalog.requests)
    .filter(([, { cues }]) => hasPhrase(context, cues))
    .map(([request]) => request);
  return {
    ...{ slots: world.slots, catalog, options: catalog.items, item: other ? null : (item ?? null), requested },
    questioned: requested.length > 0,
  };
}

/** Right, wrongly heard and missed, by act. */
function counted(pairs) {
  const acts = unique(pairs.flatMap(({ told }) => Object.keys(told)));
  const sum = (act, count) => pairs.reduce((whole, { told, heard }) => whole + count(told[act], heard[act]), 0);
  return acts.map((act) => ({
    act,
    right: sum(act, (told, heard) => heard.filter((one) => told.includes(one)).length),
    heard: sum(act, (_, heard) => heard.length),
    told: sum(act, (told) => told.length),
  }));
}

function whole(rows) {
  const total = (what) => rows.reduce((sum, row) => sum + row[what], 0);
  return { act: "all", right: total("right"), heard: total("heard"), told: total("told") };
}

/** Of what is only named, or turned down: how much was taken for an offer. */
function takenForOffers(pairs, kind) {
  const named = pairs.flatMap(({ reply, heard }) => reply[kind].map((item) => heard.recommend.includes(item)));
  return { act: kind, right: named.filter(Boolean).length, of: named.length };
}

const share = (value) => (Number.isNaN(value) ? "-" : value.toFixed(2).replace(/^0/, ""));

function rate(right, of) {
  const interval = wilsonInterval(right, of);
  return interval ? `${share(right / of)} [${share(interval.low)}, ${share(interval.high)}] of ${of}` : "-";
}

const shown = ({ act, right, heard, told }) => `| ${act} | ${rate(right, heard)} | ${rate(right, told)} |`;
const table = (rows, first = "act") =>
  [`| ${first} | precision | recall |`, "|---|---|---|", ...rows.map(shown), ""].join("\n");

function measured(replies) {
  const pairs = replies.map((reply) => ({ reply, told: labelled(reply), heard: heardIn(reply) }));
  const acts = counted(pairs);
  const domains = unique(replies.map(({ domain }) => domain)).map((domain) => {
    return { ...whole(counted(pairs.filter(({ reply }) => reply.domain === domain))), act: domain };
  });
  const offers = ["mentions", "rejects"].map((kind) => takenForOffers(pairs, kind));
  return { pairs, acts: [...acts, whole(acts)], domains, offers };
}

function misses(pairs) {
  for (const { reply, told, heard } of pairs) {
    const wrong = Object.keys(told).flatMap((act) => [
      ...heard[act].filter((one) => !told[act].includes(one)).map((one) => `+${act} ${one}`),
      ...told[act].filter((one) => !heard[act].includes(one)).map((one) => `-${act} ${one}`),
    ]);
    if (wrong.length > 0) console.log(`${reply.id}  ${wrong.join(", ")}\n    ${reply.reply.replaceAll("\n", " ⏎ ")}`);
  }
}

/** Acts of MovieBot's annotation, as ours; what is not here has no counterpart. */
const MOVIEBOT = {
  REVEAL: "recommend",
  "REVEAL.SIMILAR": "recommend",
  "REVEAL.NONE": "no-offer",
  FAILED: "no-offer",
  "INQUIRE.ELICIT": "request",
  "DISCLOSE.MORE": "inform",
  "INQUIRE.NEXT": "more",
  "INQUIRE.MORE": "more",
  END: "bye",
};

/** The films of the dialogues are what could be offered: a catalog without attributes, points or details. */
function moviebot(file) {
  const turns = JSON.parse(readFileSync(file, "utf8")).flatMap(({ conversation }) => turnsOf(conversation));
  const items = unique(turns.flatMap(({ titles }) => titles)).map((name) => {
    return { id: name, name, kind: "film", attributes: {}, pitch: [], points: {}, details: {} };
  });
  const catalog = { items, requests: {} };
  const pairs = turns.map(({ text, acts, titles, on, asked }) => {
    const item = items.find(({ name }) => name === on) ?? null;
    const said = hear(text, {
      ...{ slots: world.slots, catalog, options: items, item, requested: [], questioned: asked },
    });
    const told = new Set(acts.map(({ intent }) => MOVIEBOT[intent]));
    const one = (holds) => (holds ? ["it"] : []);
    const does = (...intents) => one(said.some(({ intent }) => intents.includes(intent)));
    return {
      told: {
        recommend: titles,
        ...Object.fromEntries(["request", "inform", "no-offer", "more", "bye"].map((act) => [act, one(told.has(act))])),
      },
      heard: {
        recommend: said.flatMap(({ intent, item: id }) => (intent === "recommend" ? [id] : [])),
        ...{ request: does("request", "select"), inform: does("inform"), "no-offer": does("no-offer") },
        ...{ more: does("more"), bye: does("bye") },
      },
      reply: { id: acts.map(({ intent }) => intent).join("+"), reply: text },
    };
  });
  const acts = counted(pairs);
  return { pairs, acts: [...acts, whole(acts)] };
}

/** What the agent says, with the film talked of and whether the person has just asked something. */
function turnsOf(conversation) {
  let on = null;
  return conversation.flatMap(({ participant, utterance, dialogue_acts: acts }, at) => {
    if (participant !== "AGENT") return [];
    const before = on;
    const titles = acts.flatMap(({ intent, slot_values }) =>
      MOVIEBOT[intent] === "recommend"
        ? slot_values
            .filter(([slot]) => slot === "TITLE")
            .map(([, title]) => title)
            .slice(-1)
        : [],
    );
    on = titles.at(-1) ?? on;
    const asked = conversation[at - 1]?.dialogue_acts.some(({ intent }) => intent.startsWith("INQUIRE")) ?? false;
    return [{ text: utterance, acts, titles, on: before, asked }];
  });
}

const replies = readFileSync(REPLIES, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const chosen = replies.filter((reply) => options.half === "all" || halfOf(reply) === options.half);
const found = measured(chosen);
const { pairs: _, ...numbers } = found;
if (options.json) console.log(JSON.stringify({ half: options.half, replies: chosen.length, ...numbers }));
else {
  console.log(`${chosen.length} of ${replies.length} replies (${options.half})\n`);
  console.log(table(found.acts));
  console.log(table(found.domains, "domain"));
  for (const { act, right, of } of found.offers) console.log(`${act} taken for offers: ${rate(right, of)}`);
  if (options.misses) misses(found.pairs);
}
if (dialogues !== undefined && !options.json) {
  if (existsSync(dialogues)) {
    const films = moviebot(dialogues);
    console.log(`\nMovieBot\n${table(films.acts)}`);
    if (options.misses) misses(films.pairs);
  } else console.log(`\nMovieBot is skipped: there is no ${dialogues}`);
}
