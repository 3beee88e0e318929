// Measures the model layer against a local server. usage: npm run build && node tools/modelBench.mjs [prefix|overhead|load|slots|estimate]...
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ChatOpenAI } from "@langchain/openai";
import { companyOf } from "../dist/cli/company.js";
import { estimated } from "../dist/cli/estimate.js";
import { openModels } from "../dist/cli/models.js";
import { newRun } from "../dist/cli/newRun.js";
import { openProject, PACKAGE_ROOT } from "../dist/cli/project.js";
import { rehearsalOf } from "../dist/cli/rehearsal.js";
import { systemClock } from "../dist/cli/systemClock.js";
import { callBook } from "../dist/core/callBook.js";
import { planOf } from "../dist/core/plan.js";
import { performRun } from "../dist/core/run.js";
import { playTrial } from "../dist/core/trial.js";
import { noUsage } from "../dist/core/usage.js";
import { config as configSchema } from "../dist/schema/config.js";
import { assistantNameOf, suite as suiteSchema } from "../dist/schema/suite.js";
import { createRunFolder } from "../dist/store/runFolder.js";
import { failedGuards } from "../dist/users/guards/guards.js";

/** The server in a process of its own. */
async function modelServer({ latency = 0, slots = 0, sense = false } = {}) {
  const child = spawn(process.execPath, [
    fileURLToPath(new URL("modelServer.mjs", import.meta.url)),
    String(latency),
    String(slots),
    sense ? "sense" : "lines",
  ]);
  const url = String(await new Promise((told) => child.stdout.once("data", told))).trim();
  const stats = async () => (await fetch(url.replace("/v1", "/stats"))).json();
  return { url, stats, close: () => child.kill() };
}

const { world } = openProject(PACKAGE_ROOT);
const CONFIG = configSchema.parse({ schema: "dramatis/config@1" });
const NEVER = new AbortController().signal;
const UNBOUNDED = { usd: null, tokens: null, seconds: null };
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
const percent = (share) => `${(100 * share).toFixed(1)} %`;

function suiteOf(parts) {
  return suiteSchema.parse({
    schema: "dramatis/suite@1",
    id: "bench",
    known: { documents: true, interactions: true },
    ...parts,
  });
}

/** The share of a question that is the beginning of the one before, in a trial and for one caller. */
async function prefix() {
  const techniques = ["generic", "history", "bm25", "oracle"];
  const suite = suiteOf({
    assistants: techniques.map((technique) => ({ technique, model: "openai:m" })),
    user: "llm",
    user_model: "openai:m",
  });
  const arms = suite.assistants.map(assistantNameOf);
  const before = new Map();
  const shares = new Map();
  const company = rehearsalOf(suite, ({ trial, caller, question }) => {
    const text = JSON.stringify(question.messages);
    const kept = before.get(`${trial} ${caller}`) ?? { text: "", turn: 0, messages: 0 };
    const messages = question.messages.length;
    const turn = messages > kept.messages ? kept.turn + 1 : 1;
    before.set(`${trial} ${caller}`, { text, turn, messages });
    if (turn < 3) return;
    const name = caller === "user" ? "user" : `assistant ${trial.split(".")[2]}`;
    shares.set(name, [...(shares.get(name) ?? []), commonLength(kept.text, text) / text.length]);
  });
  for (const planned of planOf(suite, world, {}).slice(0, 160))
    await playTrial({
      ...{ planned, suite, world, company, before: [], record: async () => {}, stream: () => {}, signal: NEVER },
      arm: arms.find(({ id }) => id === planned.assistant),
    });
  console.log("prompt shared with the turn before, from the third of a session on (aim: 80 % or more)");
  for (const [name, list] of shares)
    console.log(
      `  ${name.padEnd(28)} mean ${percent(list.reduce((sum, share) => sum + share, 0) / list.length)}, median ${percent(median(list))}, ${list.length} calls`,
    );
}

function commonLength(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** One call through everything, over one bare call of LangChain's client: both interleaved, ratio of medians. */
async function overhead() {
  const server = await modelServer();
  Object.assign(process.env, { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: "local" });
  const scratch = mkdtempSync(join(tmpdir(), "overhead-"));
  const suite = suiteOf({ assistants: [{ technique: "generic", model: "openai:m" }] });
  const arms = suite.assistants.map(assistantNameOf);
  const models = await openModels({
    suite,
    arms,
    config: CONFIG,
    budget: UNBOUNDED,
    concurrency: 8,
    spent: noUsage(),
    clock: systemClock,
  });
  const company = await companyOf(suite, arms, async () => models);
  const folder = createRunFolder(
    scratch,
    newRun({ suite, arms, plan: [], company, files: {}, started: new Date() }),
    systemClock,
  );
  const bare = new ChatOpenAI({
    model: "m",
    apiKey: "local",
    maxRetries: 0,
    useResponsesApi: false,
    configuration: { baseURL: server.url },
  });
  const messages = [
    { role: "system", content: "You are a concierge. ".repeat(100) },
    { role: "user", content: "a table for two" },
  ];
  const guarded = { before: [], heard: [], secrets: ["a private matter"], names: ["Mara"], longest: 60 };
  let number = 0;
  const ours = async (onText) => {
    const model = models(arms[0].model, "assistant", callBook(`t${number++}`, 0, [], folder.record));
    const { text } = await model.complete({ messages, tools: [] }, { signal: NEVER, ...(onText ? { onText } : {}) });
    failedGuards({ text, ...guarded });
  };
  const streamed = async () => {
    for await (const chunk of await bare.stream(messages)) void chunk;
  };
  const cases = { invoke: [() => ours(null), () => bare.invoke(messages)], stream: [() => ours(() => {}), streamed] };
  for (const [name, pair] of Object.entries(cases)) {
    const times = [[], []];
    for (let round = 0; round < 240; round++)
      for (const [index, call] of pair.entries()) {
        const started = performance.now();
        await call();
        if (round >= 40) times[index].push(performance.now() - started);
      }
    const [own, theirs] = times.map(median);
    console.log(`${name}: ${own.toFixed(2)} ms over ${theirs.toFixed(2)} ms bare, ratio ${(own / theirs).toFixed(2)}`);
  }
  folder.close();
  server.close();
  rmSync(scratch, { recursive: true });
}

/** A world in which a trial asks an assistant so often and does nothing else: a session of questions without a choice. */
function questionsWorld(count) {
  const scenario = world.scenarios["dinner-lisbon"];
  const [session] = scenario.sessions;
  const asked = session.probes.find(({ id }) => id === "couvert");
  const probes = Array.from({ length: count }, (_, index) => ({
    ...{ ...asked, id: `question-${index}`, kind: undefined, slots: [], must: [] },
    ask: [`Question ${index}: ${asked.ask[0]}`],
  }));
  const sessions = [{ ...session, goal: undefined, beats: [], probes, farewell: false, drift: [] }];
  return { ...world, scenarios: { ...world.scenarios, "dinner-lisbon": { ...scenario, sessions, norms: [] } } };
}

/** Plays trials of a known number of calls against the server; gives the wall time in milliseconds. */
async function played({ trials, callsOf, concurrency, server, limits = {} }) {
  Object.assign(process.env, { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: "local" });
  const scratch = mkdtempSync(join(tmpdir(), "load-"));
  const suite = suiteOf({ assistants: [{ technique: "generic", model: "openai:m" }], scenarios: ["dinner-lisbon"] });
  const arms = suite.assistants.map(assistantNameOf);
  const config = { ...CONFIG, limits };
  const models = await openModels({
    suite,
    arms,
    config,
    budget: UNBOUNDED,
    concurrency,
    spent: noUsage(),
    clock: systemClock,
  });
  const company = await companyOf(suite, arms, async () => models);
  const people = Object.keys(world.personas);
  const worlds = new Map();
  const plan = Array.from({ length: trials }, (_, index) => ({
    ...{
      id: `t${index}`,
      persona: people[index % people.length],
      scenario: "dinner-lisbon",
      assistant: arms[0].id,
      repeat: index,
    },
    calls: callsOf(index),
  })).sort((one, other) => other.calls - one.calls);
  for (const { calls } of plan) if (!worlds.has(calls)) worlds.set(calls, questionsWorld(calls));
  const folder = createRunFolder(
    scratch,
    newRun({ suite, arms, plan: [], company, files: {}, started: new Date() }),
    systemClock,
  );
  const waiting = [...plan];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let planned = waiting.shift(); planned; planned = waiting.shift())
        await playTrial({
          ...{ planned, suite, company, before: [], record: folder.record, stream: () => {}, signal: NEVER },
          ...{ world: worlds.get(planned.calls), arm: arms[0] },
        });
    }),
  );
  const wall = performance.now() - started;
  folder.close();
  rmSync(scratch, { recursive: true });
  return {
    wall,
    calls: plan.reduce((sum, { calls }) => sum + calls, 0),
    longest: Math.max(...plan.map(({ calls }) => calls)),
  };
}

/**
 * How near a run of many trials comes to the least time that its calls can take. Beside it what LangChain's client
 * takes for as many bare calls, which no run can beat: a slow machine is told from a slow run.
 */
async function load() {
  const concurrency = 50;
  for (const latency of [200, 400]) {
    const server = await modelServer({ latency });
    await played({ trials: 50, callsOf: () => 4, concurrency, server });
    const bare = await bareCalls({ calls: 2400, concurrency, server });
    for (const [name, callsOf] of [
      ["12 calls each", () => 12],
      ["4 to 20 calls, longest first", (index) => 4 + (index % 17)],
    ]) {
      const { wall, calls, longest } = await played({ trials: 200, callsOf, concurrency, server });
      const least = Math.max((calls * latency) / concurrency, longest * latency);
      console.log(
        `${latency} ms, 200 trials, ${name}: ${seconds(wall)}, lower bound ${seconds(least)}, ${percent(least / wall)} (aim for 12 at 200 ms: 85 %); 2400 bare calls: ${seconds(bare)}`,
      );
    }
    server.close();
  }
}

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;

/** The wall time of streamed calls of LangChain's client and nothing else, in milliseconds. */
async function bareCalls({ calls, concurrency, server }) {
  const chat = new ChatOpenAI({
    ...{ model: "m", apiKey: "local", maxRetries: 0, useResponsesApi: false, streaming: true },
    configuration: { baseURL: server.url },
  });
  let left = calls;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left-- > 0) for await (const chunk of await chat.stream("a table for two")) void chunk;
    }),
  );
  return performance.now() - started;
}

/** What comes through a server that serves 20 at once where 100 are asked for. */
async function slots() {
  const latency = 200;
  const places = 20;
  const server = await modelServer({ latency, slots: places });
  const started = performance.now();
  const marks = [];
  const watch = setInterval(
    async () => marks.push({ ...(await server.stats()), at: performance.now() - started }),
    200,
  );
  await played({ trials: 300, callsOf: () => 12, concurrency: 100, server });
  clearInterval(watch);
  const settled = marks.filter(({ at }) => at > 4000);
  const [first, last] = [settled[0], settled[Math.floor(settled.length * 0.9)]];
  const seconds = (last.at - first.at) / 1000;
  const goodput = (last.served - first.served) / seconds;
  const refused = (last.refused - first.refused) / (last.seen - first.seen);
  const most = (places * 1000) / latency;
  console.log(
    `20 places, 100 asked for: ${goodput.toFixed(1)} replies/s of ${most} (${percent(goodput / most)}, aim 85 %), ${percent(refused)} of calls refused after 4 s (aim under 10 %)`,
  );
  server.close();
}

/**
 * What was foreseen of a run, and what it took: with a server that answers what is asked and one that says any line,
 * each before anything is known of it and again after a run with it.
 */
async function estimate() {
  for (const [name, sense] of [
    ["a server that answers what is asked", true],
    ["a server whose lines make no sense", false],
  ]) {
    const server = await modelServer({ latency: 5, sense });
    Object.assign(process.env, { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: "local" });
    const scratch = mkdtempSync(join(tmpdir(), "estimate-"));
    for (const [seed, when] of [
      [1, "nothing known"],
      [2, "after a run with another seed"],
    ])
      await foreseenAndTaken(`${name}, ${when}`, suiteOf({ ...FORESEEN, seed }), scratch);
    server.close();
    rmSync(scratch, { recursive: true });
  }
}

/** Everyone in two scenarios each. The techniques that ask a model beside their answers are among them. */
const FORESEEN = {
  scenarios_per_persona: 2,
  assistants: ["generic", "history", "bm25", "profile", "best-of-n", "oracle"].map((technique) => ({
    technique,
    model: "openai:m",
  })),
};

/** Foresees a run, plays it, and says how far off it was. */
async function foreseenAndTaken(name, suite, out) {
  const arms = suite.assistants.map(assistantNameOf);
  const plan = planOf(suite, world, {});
  const concurrency = 8;
  const foreseen = await estimated({ suite, arms, plan, world, config: CONFIG, concurrency, out });
  const asked = { suite, arms, config: CONFIG, budget: UNBOUNDED, concurrency, spent: noUsage(), clock: systemClock };
  const company = await companyOf(suite, arms, () => openModels(asked));
  const started = new Date();
  const head = newRun({ suite, arms, plan, company, files: {}, started });
  const folder = createRunFolder(out, head, systemClock);
  const outcomes = {};
  await performRun({
    ...{ plan, arms, suite, world, company, ledger: folder, concurrency, signal: NEVER },
    ...{ score: () => [], gate: async () => {} },
    watcher: {
      event() {},
      delta() {},
      committed: ({ outcome }) => {
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      },
    },
  });
  const { used } = folder;
  folder.close();
  console.log(`${name}: ${plan.length} trials, ${foreseen.rehearsed} rehearsed, ${JSON.stringify(outcomes)}`);
  const took = { ...used, seconds: (Date.now() - started) / 1000 };
  for (const key of ["calls", "input", "output", "seconds"]) told(key, foreseen[key], took[key]);
}

function told(name, range, took) {
  if (range === null) return console.log(`  ${name.padEnd(8)} unknown, took ${Math.round(took)}`);
  const [low, likely, high] = [range.low, range.likely, range.high].map(Math.round);
  const inside = took >= range.low && took <= range.high ? "inside" : "OUTSIDE";
  console.log(
    `  ${name.padEnd(8)} foreseen ${likely} (${low} to ${high}), took ${Math.round(took)}: ${percent(range.likely / took - 1)} off, ${inside}`,
  );
}

const BENCHES = { prefix, overhead, load, slots, estimate };
const asked = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHES);
for (const name of asked) {
  console.log(`\n${name}`);
  await BENCHES[name]();
}
process.exit(0);
