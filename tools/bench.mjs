// Benchmarks of the built program. Prints each figure beside its aim; ratios are of medians measured in one run.
// usage: node --expose-gc tools/bench.mjs [engine sessions memory start responsiveness]
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import { companyOf } from "../dist/cli/company.js";
import { openProject, PACKAGE_ROOT } from "../dist/cli/project.js";
import { systemClock } from "../dist/cli/systemClock.js";
import { planOf } from "../dist/core/plan.js";
import { performRun } from "../dist/core/run.js";
import { assistantNameOf, suite as suiteSchema } from "../dist/schema/suite.js";
import { DETERMINISTIC_SCORERS } from "../dist/scorers/registry.js";
import { scoring } from "../dist/scorers/scoring.js";
import { createRunFolder } from "../dist/store/runFolder.js";

const wanted = process.argv.slice(2);
const median = (list) => [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];
const scratch = mkdtempSync(join(tmpdir(), "dramatis-bench-"));
const { world } = openProject(PACKAGE_ROOT);
const launcher = join(PACKAGE_ROOT, "dist", "launcher.js");
let runs = 0;

/** Plays a plan as `dramatis run` does, journal and scoring on; gives the number of exchanges and of trials. */
async function played(within, overrides, concurrency = 1) {
  const suite = suiteSchema.parse({
    schema: "dramatis/suite@1",
    id: "bench",
    assistants: [{ technique: "oracle" }],
    known: { attributes: true, documents: true, interactions: true, pairs: true },
    ...overrides,
  });
  const arms = suite.assistants.map(assistantNameOf);
  const plan = planOf(suite, within);
  runs += 1;
  const head = { id: `bench-${runs}`, plan, suite };
  const folder = createRunFolder(scratch, head, systemClock);
  let turns = 0;
  const committed = await performRun({
    ...{ plan, arms, suite, world: within, company: await companyOf(suite, arms), ledger: folder, concurrency },
    score: scoring(within, DETERMINISTIC_SCORERS),
    watcher: { event: (event) => (turns += event.type === "turn" ? 1 : 0), delta() {}, committed() {} },
    signal: new AbortController().signal,
    gate: async () => {},
  });
  folder.close();
  return { exchanges: turns / 2, trials: committed };
}

async function timed(work) {
  const started = performance.now();
  const units = await work();
  return (performance.now() - started) / units;
}

async function warmed(work) {
  const until = performance.now() + 2000;
  while (performance.now() < until) await work();
}

function report(name, value, aim) {
  console.log(`${value <= aim ? "ok  " : "MISS"} ${name.padEnd(68)} ${value.toFixed(2)}  (at most ${aim})`);
}

/** Two LangGraph nodes that hand a counter to and fro, each giving the event loop a turn once an exchange. */
async function bareLoop(exchanges) {
  const State = new StateSchema({ left: z.number() });
  const graph = new StateGraph(State)
    .addNode("user", async ({ left }) => ({ left: left - 1 }))
    .addNode("assistant", async ({ left }) => {
      await new Promise((done) => setImmediate(done));
      return { left };
    })
    .addEdge(START, "user")
    .addEdge("user", "assistant")
    .addConditionalEdges("assistant", ({ left }) => (left > 0 ? "user" : END), ["user", END])
    .compile();
  await graph.invoke({ left: exchanges }, { recursionLimit: exchanges * 2 + 5 });
  return exchanges;
}

const person = Object.keys(world.personas)[0];
const script = Object.values(world.scenarios).find(({ sessions }) => sessions.length >= 2);

const BENCHES = {
  async engine() {
    // One person in every scenario: what a run needs once is shared by its trials, as in any run.
    const trial = async () => (await played(world, { personas: [person] })).exchanges;
    const bare = async () => {
      let exchanges = 0;
      for (let trials = 0; trials < 8; trials++) exchanges += await bareLoop(20);
      return exchanges;
    };
    await warmed(bare);
    await warmed(trial);
    const times = { bare: [], trial: [] };
    for (let round = 0; round < 20; round++) {
      times.bare.push(await timed(bare));
      times.trial.push(await timed(trial));
    }
    const [alone, whole] = [median(times.bare), median(times.trial)];
    console.log(`     a bare exchange ${alone.toFixed(2)} ms, an exchange of a trial ${whole.toFixed(2)} ms`);
    report("exchange of an offline trial over a bare two-node LangGraph loop", whole / alone, 2);
  },
  async sessions() {
    // Sittings of about ten exchanges: the first session of a script, again and again.
    const [first] = script.sessions;
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...first,
      id: `t${index + 1}`,
      ...(index ? { after: "7d" } : {}),
    }));
    const worldOf = (sessions) => ({ ...world, scenarios: { [script.id]: { ...script, sessions } } });
    const [short, long] = [worldOf(many.slice(0, 1)), worldOf(many)];
    const overrides = { personas: [person], scenarios: [script.id], assistants: [{ technique: "history" }] };
    const one = async () => (await played(short, overrides)).exchanges;
    const twenty = async () => (await played(long, overrides)).exchanges;
    await warmed(one);
    await warmed(twenty);
    const times = { one: [], twenty: [] };
    for (let round = 0; round < 20; round++) {
      times.one.push(await timed(one));
      times.twenty.push(await timed(twenty));
    }
    report(
      "exchange in a trial of 20 sessions over one in a trial of one",
      median(times.twenty) / median(times.one),
      1.2,
    );
  },
  async memory() {
    if (!globalThis.gc) throw new Error("run with --expose-gc");
    const heap = () => {
      globalThis.gc();
      globalThis.gc();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    const repeats = (trials) => Math.ceil(trials / Object.keys(world.personas).length);
    const overrides = (trials) => ({ scenarios: [script.id], repeats: repeats(trials) });
    await played(world, overrides(200), 4);
    const few = heap();
    await played(world, overrides(1800), 4);
    const many = heap();
    console.log(`     heap after 200 trials ${few.toFixed(1)} MiB, after 2,000 ${many.toFixed(1)} MiB`);
    report("heap after 2,000 trials over that after 200", many / few, 1.2);
  },
  start() {
    const once = (args) => {
      const started = performance.now();
      spawnSync(process.execPath, args, { stdio: "ignore" });
      return performance.now() - started;
    };
    const times = { node: [], version: [] };
    for (let round = 0; round < 20; round++) {
      times.node.push(once(["-e", "0"]));
      times.version.push(once([launcher, "--version"]));
    }
    report("--version over node -e 0", median(times.version) / median(times.node), 2);
  },
  async responsiveness() {
    const watch = join(PACKAGE_ROOT, "tools", "watchTimer.mjs");
    const args = ["--import", watch, launcher, "run", "--quiet", "--out", scratch];
    const gap = await new Promise((done) => {
      const child = spawn(process.execPath, args, { cwd: PACKAGE_ROOT, stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      child.stderr.on("data", (piece) => (said += piece));
      child.on("close", () => done(Number(/timer gap p95 ([\d.]+)/.exec(said)?.[1] ?? Number.NaN)));
    });
    report("95th percentile of a 16 ms timer's gap during the demo, in ms", gap, 50);
    const late = [];
    for (let round = 0; round < 5; round++) {
      const child = spawn(process.execPath, [launcher, "run", "--plain", "--out", scratch], {
        cwd: PACKAGE_ROOT,
        stdio: ["ignore", "pipe", "ignore"],
      });
      await new Promise((done) => child.stdout.once("data", done));
      child.stdout.resume();
      const sent = performance.now();
      child.kill("SIGINT");
      const code = await new Promise((done) => child.once("exit", done));
      if (code !== 130) console.log(`MISS exit code after SIGINT ${code}`);
      late.push(performance.now() - sent);
    }
    report("milliseconds from SIGINT to the end with 130 (largest of 5)", Math.max(...late), 200);
  },
};

try {
  for (const [name, bench] of Object.entries(BENCHES)) if (wanted.length === 0 || wanted.includes(name)) await bench();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
