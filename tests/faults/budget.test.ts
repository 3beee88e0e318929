import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { chunk, stop, streaming, text } from "../models/chunks.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { serving } from "../support/server.js";
import { well } from "./answers.js";

/** Calls that the journal of a run says to have begun. */
const begun = (folder: string) =>
  jsonLines(fileOf(folder, "journal.jsonl")).filter((line) => (line as Line).event.type === "call.started").length;
type Line = { event: { type: string } };

it("a budget ends a run with 5, which a larger one then finishes without asking anything twice", async () => {
  const { url, received } = await serving(well);
  const cwd = temporaryFolder(onTestFinished);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const play = ["run", "--plain", ...NARROW, "--assistant", "generic", "--model", "openai:m", "--user", "llm"];
  const spent = await dramatis([...play, "--concurrency", "1", "--max-tokens", "3300"], { cwd, env });
  expect(spent.code).toBe(5);
  expect(spent.stderr).toContain("the budget of the run is spent");
  const folder = onlyRun(cwd);
  const before = received.length;
  expect(before).toBeGreaterThan(0);
  expect(begun(folder)).toBe(before);
  const head = runFile.parse(JSON.parse(fileOf(folder, "run.json")));
  expect(head).toMatchObject({ status: "spent", exit_code: 5 });
  expect(head.usage.input + head.usage.output).toBeLessThanOrEqual(3300);

  const [, command = ""] = /next: dramatis (.*)/.exec(spent.stderr) ?? [];
  const again = await dramatis(command.split(" "), { cwd, env });
  expect(again.code).toBe(0);
  expect(begun(folder)).toBe(received.length);
  const questions = received.map(({ body }) => JSON.stringify(body.messages));
  expect(new Set(questions).size).toBe(questions.length);
  const done = runFile.parse(JSON.parse(fileOf(folder, "run.json")));
  expect(done).toMatchObject({ status: "finished", repeated: 0, usage: { calls: received.length } });
});

it("a budget of money is kept as the server counts it, with calls in flight", async () => {
  const usage = chunk({}, null, {
    choices: [],
    usage: { prompt_tokens: 2000, completion_tokens: 200, total_tokens: 2200 },
  });
  const { url, received } = await serving(streaming(text("The first."), stop, usage));
  const cwd = temporaryFolder(onTestFinished);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const prices = ["schema: dramatis/config@1", 'prices: {"openai:m": {input: 1, output: 2}}', ""].join("\n");
  writeFileSync(join(cwd, "dramatis.config.yaml"), prices);
  const arms = ["--assistant", "generic,history,bm25", "--model", "openai:m", "--user", "llm"];
  const play = ["run", "--plain", ...NARROW, ...arms];
  const spent = await dramatis([...play, "--concurrency", "3", "--max-usd", "0.02"], { cwd, env });
  expect(spent.code, spent.stderr).toBe(5);
  const dollars = received.length * ((2000 + 2 * 200) / 1e6);
  expect(dollars).toBeGreaterThan(0.01);
  expect(dollars).toBeLessThanOrEqual(0.02);
  const head = runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")));
  expect(head.usage.usd).toBeCloseTo(dollars, 9);
});

it("minutes end an offline run, too, and what is left can be played", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const play = ["run", "--plain", "--persona", "mara-lindqvist", "--repeats", "40"];
  const spent = await dramatis([...play, "--max-minutes", "0.005"], { cwd });
  expect(spent.code, spent.stderr).toBe(5);
  expect(spent.stderr).toContain("0.3 s are over");
  const [, command = ""] = /next: dramatis (run --resume \S+)/.exec(spent.stderr) ?? [];
  const again = await dramatis([...command.split(" "), "--max-minutes", "0.005"], { cwd });
  expect(again.code).toBe(5);
  expect(runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json"))).status).toBe("spent");
});
