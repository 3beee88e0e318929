// Kills a run at drawn moments, goes on with it, and compares what comes out with a run that nobody killed.
// usage: npm run build && node tools/kills.mjs [offline|models] [kills] [seed]
//   offline: rule-based players; all files but the journal must be byte-identical
//   models:  both sides played by models behind a local server (50 ms a call), one technique asking twice a turn; the calls that the server saw must be those
//            that the journal announced, and no more than those in flight at a kill may have gone out twice
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drawsFor } from "../dist/core/draws.js";
import { modelServer } from "./modelServer.mjs";

const [mode = "offline", count = "100", seed = "1"] = process.argv.slice(2);
/** Some moments come after the end, for a run may be quicker than the one that was measured: as many are drawn again, to a limit. */
const TRIES = 3;
const draws = drawsFor(`kills|${seed}`);
const scratch = mkdtempSync(join(tmpdir(), "kills-"));
const server = mode === "models" ? await modelServer({ latency: 50 }) : null;
const environment = { ...process.env, OPENAI_BASE_URL: server?.url, OPENAI_API_KEY: "local", NO_COLOR: "1" };
const cast = ["--persona", "mara-lindqvist", "--scenario", "dinner-lisbon", "--seed", seed, "--quiet"];
const players = server
  ? ["--user", "llm", "--user-model", "openai:stub", "--model", "openai:stub", "--assistant", "generic,profile"]
  : [];

/**
 * Runs the program; kills it so many milliseconds after its run folder has appeared, unless it has ended by then. Gives
 * how long it went on after that.
 */
async function dramatis(flags, out, killAfter = Number.POSITIVE_INFINITY) {
  const child = spawn(process.execPath, ["dist/launcher.js", "run", ...flags], { env: environment, stdio: "ignore" });
  let ended = false;
  const over = new Promise((resolve) => child.once("exit", resolve)).then(() => {
    ended = true;
  });
  while (!ended && !hasBegun(out)) await sleep(2);
  const began = performance.now();
  if (Number.isFinite(killAfter)) await Promise.race([over, sleep(killAfter)]);
  if (Number.isFinite(killAfter)) child.kill("SIGKILL");
  await over;
  return performance.now() - began;
}

/** A run has begun when its folder has the file that says what it is. */
const hasBegun = (out) => existsSync(out) && readdirSync(out).some((id) => existsSync(join(out, id, "run.json")));

const linesOf = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function contentOf(folder) {
  const [id] = readdirSync(folder);
  const read = (name) => readFileSync(join(folder, id, name), "utf8").replaceAll(id, "ID");
  return ["trials.jsonl", "scores.jsonl", "summary.json"].map(read).join("\n");
}

const whole = join(scratch, "whole");
const usual = await dramatis([...cast, ...players, "--out", whole], whole);
const expected = contentOf(whole);
const tally = { identical: 0, different: 0, "ended before the kill": 0 };
const calls = { announced: 0, seen: 0, "went out twice": 0, kills: 0 };

const amid = () => tally.identical + tally.different;
for (let kill = 0; amid() < Number(count) && kill < TRIES * Number(count); kill++) {
  const out = join(scratch, `run-${kill}`);
  const before = server?.seen() ?? 0;
  await dramatis([...cast, ...players, "--out", out], out, draws.number(`kill.${kill}`) * usual);
  const [id] = readdirSync(out);
  if (JSON.parse(readFileSync(join(out, id, "run.json"), "utf8")).status === "finished")
    tally["ended before the kill"] += 1;
  else {
    await dramatis(["--resume", id, "--out", out, "--quiet"], out);
    tally[contentOf(out) === expected ? "identical" : "different"] += 1;
    if (server) countCalls(join(out, id), server.seen() - before);
  }
  rmSync(out, { recursive: true, force: true });
}

function countCalls(folder, seen) {
  const events = linesOf(join(folder, "journal.jsonl")).map(({ event }) => event);
  calls.announced += events.filter(({ type }) => type === "call.started").length;
  calls["went out twice"] += events.filter(({ type, again }) => type === "call.started" && again).length;
  calls.seen += seen;
  calls.kills += 1;
}

console.log(`${amid()} kills at drawn moments of a run of ${(usual / 1000).toFixed(1)} s (${mode}, seed ${seed})`);
console.table(tally);
if (server) console.table(calls);
server?.close();
rmSync(scratch, { recursive: true });
process.exitCode = tally.different > 0 ? 1 : 0;
