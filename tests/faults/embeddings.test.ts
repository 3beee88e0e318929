import { expect, it, onTestFinished } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { run as runFile } from "../../src/schema/run.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { embedding } from "../support/embedding.js";
import { temporaryFolder } from "../support/folders.js";
import { type Answer, serving, silent } from "../support/server.js";
import { byNumber, well } from "./answers.js";

const ARMS = ["--assistant", "generic,dense,hybrid"];
const PLAY = ["run", "--plain", ...NARROW, ...ARMS, "--embeddings", "openai:e"];

/** Vectors for texts, words for talk. */
const both: Answer = (response, received) =>
  (received.path === "/v1/embeddings" ? embedding() : well)(response, received);
const environmentOf = (url: string) => ({ OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` });
const headOf = (folder: string) => runFile.parse(JSON.parse(fileOf(folder, "run.json")));
const callsIn = (folder: string) =>
  jsonLines(fileOf(folder, "journal.jsonl")).flatMap((line) => {
    const { event } = line as { event: Event };
    return event.type === "call" ? [event.call] : [];
  });

it("rules with vectors of a model: recorded, counted, named in the run, and played again without it", async () => {
  const { url, received } = await serving(both);
  const cwd = temporaryFolder(onTestFinished);
  const { code, stderr } = await dramatis(PLAY, { cwd, env: environmentOf(url) });
  expect(code, stderr).toBe(0);
  const folder = onlyRun(cwd);
  const head = headOf(folder);
  expect(head.suite.embeddings).toBe("openai:e");
  expect(head.players).toContain("embeddings: openai:e");
  expect(head.usage).toMatchObject({ calls: received.length, output: 0, unreported: 0 });
  expect(head.usage.input).toBeGreaterThan(0);
  const calls = callsIn(folder);
  expect(new Set(calls.map(({ caller, model }) => `${caller} ${model}`))).toEqual(new Set(["embeddings openai:e"]));
  // For each of the two arms: all materials in one call, and after the first session all its turns.
  expect(received.filter(({ body }) => body.input.length > 5 && Array.isArray(body.input))).toHaveLength(4);

  const again = temporaryFolder(onTestFinished);
  const asked = received.length;
  const none = { OPENAI_API_KEY: "", OPENAI_BASE_URL: "" };
  const replay = await dramatis(["run", "--replay", folder, "--plain"], { cwd: again, env: none });
  expect(replay.code, replay.stderr).toBe(0);
  for (const name of ["trials.jsonl", "scores.jsonl"]) expect(fileOf(onlyRun(again), name)).toBe(fileOf(folder, name));
  expect(received).toHaveLength(asked);
});

it("a model's arms get vectors of another model, and each turn counts both", async () => {
  const { url, received } = await serving(both);
  const cwd = temporaryFolder(onTestFinished);
  const play = ["run", "--plain", ...NARROW, "--assistant", "dense", "--model", "openai:m", "--embeddings", "openai:e"];
  // The rules that play the person make nothing of such words, and give up.
  expect((await dramatis(play, { cwd, env: environmentOf(url) })).code).toBe(6);
  const [trial] = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")) as {
    usage: { calls: number };
    sessions: { turns: { speaker: string; usage: { calls: number } }[] }[];
  }[];
  const turns = trial?.sessions.flatMap((session) => session.turns) ?? [];
  expect(trial?.usage.calls).toBe(received.length);
  expect(turns.reduce((sum, { usage }) => sum + usage.calls, 0)).toBe(received.length);
  expect(turns.some(({ usage }) => usage.calls === 3)).toBe(true);
});

it("killed with a call for vectors in flight, goes on and makes only that one twice", async () => {
  const killed = Promise.withResolvers<void>();
  const { url, received } = await serving(
    byNumber((number) => {
      if (number === 5) killed.resolve();
      return number === 5 ? silent : both;
    }),
  );
  const env = environmentOf(url);
  const cwd = temporaryFolder(onTestFinished);
  const child = started([...PLAY, "--concurrency", "1"], { cwd, env });
  const outcome = outcomeOf(child);
  await killed.promise;
  child.kill("SIGKILL");
  await outcome;
  const { code, stderr } = await dramatis(["run", "--resume", "--plain"], { cwd, env });
  expect(code, stderr).toBe(0);
  expect(stderr).toContain("1 calls went out twice");
  expect(headOf(onlyRun(cwd))).toMatchObject({ repeated: 1, usage: { calls: received.length - 1 } });

  const other = temporaryFolder(onTestFinished);
  await dramatis(PLAY, { cwd: other, env });
  expect(fileOf(onlyRun(cwd), "trials.jsonl")).toBe(fileOf(onlyRun(other), "trials.jsonl"));
});

it("a budget of tokens is a wall for them too", async () => {
  const { url, received } = await serving(both);
  const cwd = temporaryFolder(onTestFinished);
  const play = [...PLAY, "--max-tokens", "300", "--concurrency", "1"];
  const { code, stderr } = await dramatis(play, { cwd, env: environmentOf(url) });
  expect(stderr).toContain("the budget of the run is spent");
  expect(code).toBe(5);
  expect(received.length).toBeLessThan(5);
});

it("what goes wrong ends a trial as a fault of the infrastructure, after it was tried again where that helps", async () => {
  const sick: Answer = (response) =>
    void response.writeHead(401, { "content-type": "application/json" }).end('{"error": {"message": "no"}}');
  const { url } = await serving(sick);
  const cwd = temporaryFolder(onTestFinished);
  expect((await dramatis(PLAY, { cwd, env: environmentOf(url) })).code).toBe(4);
  const trials = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")) as { outcome: string; failure: { class: string } }[];
  expect(trials.map(({ outcome, failure }) => [outcome, failure?.class ?? null])).toEqual([
    ["completed", null],
    ["infrastructure_error", "auth"],
    ["infrastructure_error", "auth"],
  ]);
});

it("an estimate foresees them", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const asked = (...more: string[]) => dramatis(["run", ...NARROW, ...ARMS, "--estimate", ...more], { cwd });
  const callsOf = ({ stdout }: { stdout: string }) => Number(/calls +about (\d+)/.exec(stdout)?.[1] ?? 0);
  const { url, received } = await serving(both);
  const foreseen = callsOf(await asked("--embeddings", "openai:e"));
  await dramatis(PLAY, { cwd, env: environmentOf(url) });
  expect(foreseen).toBe(received.length);
  expect((await asked("--embeddings", "openai:text-embedding-3-small")).stdout).toMatch(/cost +about 0\.00 USD/);
});

it("without a key is told before anything is written", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const { code, stderr } = await dramatis(PLAY, { cwd });
  expect(stderr).toContain("openai:e needs a key");
  expect(code).toBe(3);
});
