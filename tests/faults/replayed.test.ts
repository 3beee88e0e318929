import { appendFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { dramatis, fileOf, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { type Answer, plainly, serving } from "../support/server.js";
import { well } from "./answers.js";

const PLAY = [...NARROW, "--assistant", "generic,history", "--model", "openai:m", "--user", "llm"];

it("a run played again on its replies is the same to the byte, and asks nobody, without a key", async () => {
  const { url, received } = await serving(well);
  const cwd = temporaryFolder(onTestFinished);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  expect((await dramatis(["run", "--plain", ...PLAY], { cwd, env })).code).toBe(0);
  const folder = onlyRun(cwd);
  const asked = received.length;
  expect(asked).toBeGreaterThan(0);

  const again = temporaryFolder(onTestFinished);
  const none = { OPENAI_API_KEY: "", OPENAI_BASE_URL: "" };
  const { code } = await dramatis(["run", "--replay", folder, "--plain"], { cwd: again, env: none });
  expect(code).toBe(0);
  for (const name of ["trials.jsonl", "scores.jsonl"]) expect(fileOf(onlyRun(again), name)).toBe(fileOf(folder, name));
  expect(runFile.parse(JSON.parse(fileOf(onlyRun(again), "run.json"))).usage.calls).toBe(0);
  expect(received).toHaveLength(asked);

  const changing = await dramatis(["run", "--replay", folder, "--seed", "2"], { cwd: again, env: none });
  expect(changing).toMatchObject({ code: 2, stderr: expect.stringContaining("it takes no seed") });
});

/** Recommends the first thing on offer, and tells of a tool. */
const first: Answer = (response, { body }) => {
  const [option] = body.options ?? [];
  const tool_calls = [{ name: "search", args: { near: "the river" }, result: option?.name ?? "nothing" }];
  response.end(JSON.stringify({ text: `I would take ${option?.name ?? "a walk"}.`, choice: option?.id, tool_calls }));
};

it.each<[string, Answer, string]>([
  ["answers and tool calls", first, '"tools":[{"session":"s1","turn":1,"name":"search"'],
  ["an answer that is none", plainly(200, "[]"), '"outcome":"assistant_error"'],
  ["a fault of its server", plainly(500, "oops"), '"outcome":"assistant_error"'],
  ["a line that breaks off", (response) => void response.destroy(), '"outcome":"infrastructure_error"'],
])("what came from an assistant behind an address is played again without it: %s", async (_, answer, recorded) => {
  const { url, received } = await serving(answer);
  const cwd = temporaryFolder(onTestFinished);
  await dramatis(["run", "--plain", ...NARROW, "--assistant", url], { cwd });
  const folder = onlyRun(cwd);
  const asked = received.length;
  expect(asked).toBeGreaterThan(0);
  expect(fileOf(folder, "trials.jsonl")).toContain(recorded);

  const again = temporaryFolder(onTestFinished);
  await dramatis(["run", "--replay", folder, "--plain"], { cwd: again });
  for (const name of ["trials.jsonl", "scores.jsonl"]) expect(fileOf(onlyRun(again), name)).toBe(fileOf(folder, name));
  expect(received).toHaveLength(asked);
});

it("files that have changed since are named", async () => {
  const cwd = temporaryFolder(onTestFinished);
  expect((await dramatis(["init", "."], { cwd })).code).toBe(0);
  await dramatis(["run", "--plain", "--assistant", "generic", "--repeats", "1"], { cwd });
  appendFileSync(join(cwd, "personas", "kofi-mensah.yaml"), "# a word more\n");
  const { code, stderr } = await dramatis(["run", "--replay", onlyRun(cwd)], { cwd });
  expect(stderr).toContain("personas/kofi-mensah.yaml");
  expect(code).toBe(2);
});

it("an estimate asks nobody and writes nothing; after a run its lengths and times are those of the run", async () => {
  const { url, received } = await serving(well);
  const cwd = temporaryFolder(onTestFinished);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const first = await dramatis(["run", ...PLAY, "--estimate"], { cwd, env });
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 trials; 2 of them rehearsed/) });
  expect(first.stdout).toMatch(/cost +unknown/);
  expect(first.stdout).toMatch(/time +unknown/);
  expect(first.stdout).toContain("nobody has measured these models here: at least, if nobody is understood");
  const [, calls] = /calls +about (\d+)/.exec(first.stdout) ?? [];
  expect(Number(calls)).toBeGreaterThan(10);
  expect(received).toEqual([]);
  expect(readdirSync(cwd)).toEqual([]);

  await dramatis(["run", "--plain", ...PLAY], { cwd, env });
  const later = await dramatis(["run", ...PLAY, "--estimate"], { cwd, env });
  expect(later.stdout).toMatch(/time +about \d/);
  expect(later.stdout).toContain("are those of earlier runs");
});

it("an estimate has a price where one is known", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const { stdout } = await dramatis(["run", ...NARROW, "--model", "openai:gpt-4o-mini", "--estimate"], { cwd });
  expect(stdout).toMatch(/cost +about \d+\.\d\d USD \(\d+\.\d\d USD to \d+\.\d\d USD\)/);
});
