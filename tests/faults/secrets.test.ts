import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { calling, streaming, text } from "../models/chunks.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";
import { type Answer, plainly, serving } from "../support/server.js";
import { byNumber, FAULTS, well } from "./answers.js";

const KEY = "sk-planted-0123456789";
const HEADER = "planted-header-987654321";
const PRELOAD = `--import=${join(REPOSITORY, "tests", "support", "noNetwork.mjs")}`;
const TEMPTING = {
  LANGSMITH_TRACING: "true",
  LANGCHAIN_TRACING_V2: "true",
  LANGSMITH_API_KEY: "x",
  LANGCHAIN_API_KEY: "x",
};

/** Repeats what it was sent, as servers do that refuse a key. */
const telling =
  (status: number): Answer =>
  (response, received) => {
    const message = `incorrect key: ${JSON.stringify(received.headers)}`;
    plainly(status, JSON.stringify({ error: { message, type: "server_error" } }))(response, received);
  };

/** All that a folder holds, its files one after the other. */
function everythingIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), "latin1")).join("\n");
}

it.each<[string, Answer]>([
  ["refuses it", telling(401)],
  [
    "fails now and then",
    byNumber((number) => [telling(500), well, well, FAULTS.reset as Answer, well, telling(400)][number % 6] as Answer),
  ],
])("a key is nowhere but in its request, where the server %s, and nothing else leaves", async (_, answer) => {
  const { url, received } = await serving(answer);
  const cwd = temporaryFolder(onTestFinished);
  expect((await dramatis(["init", "."], { cwd })).code).toBe(0);
  const config = `schema: dramatis/config@1\nheaders: {openai: {x-team: ${HEADER}}}\nretry: {tries: 2, seconds: 5}\ntimeout: 5\n`;
  writeFileSync(join(cwd, "dramatis.config.yaml"), config);
  const log = join(cwd, "asked.txt");
  const env = {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${url}/v1`,
    NODE_OPTIONS: PRELOAD,
    NETWORK_LOG: log,
    ...TEMPTING,
  };
  const play = ["run", "--json", "--debug", "--user", "llm", "--model", "openai:m"];
  const { code, stdout, stderr } = await dramatis(play, { cwd, env });
  expect([0, 4, 6]).toContain(code);
  expect(received.length).toBeGreaterThan(0);
  expect(received[0]?.headers).toMatchObject({ authorization: `Bearer ${KEY}`, "x-team": HEADER });
  const told = `${stdout}${stderr}${everythingIn(onlyRun(cwd))}`;
  expect(told).toContain("incorrect key");
  expect(told).not.toContain(KEY);
  expect(told).not.toContain(HEADER);
  expect(existsSync(log) ? readFileSync(log, "utf8") : "").toBe("");
});

it.each([
  ["a persona", "personas/p.yaml"],
  ["a scenario", "scenarios/s.yaml"],
])("%s cannot name its way out of the run folder", async (_, file) => {
  const cwd = temporaryFolder(onTestFinished);
  await dramatis(["init", "."], { cwd });
  const [kind = ""] = file.split("/");
  const [one = ""] = readdirSync(join(cwd, kind)).filter((name) => name.endsWith(".yaml") && !name.includes("suite"));
  writeFileSync(join(cwd, file), readFileSync(join(cwd, kind, one), "utf8").replace(/^id: .*/m, "id: ../../out"));
  const { code, stderr } = await dramatis(["run", "--quiet"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(file);
  expect(existsSync(join(cwd, "transcripts"))).toBe(false);
});

it("a suite cannot either", async () => {
  const cwd = temporaryFolder(onTestFinished);
  await dramatis(["init", "."], { cwd });
  const [name = ""] = readdirSync(join(cwd, "scenarios")).filter((one) => one.endsWith(".suite.yaml"));
  const path = join(cwd, "scenarios", name);
  writeFileSync(path, readFileSync(path, "utf8").replace(/^id: .*/m, "id: ../../out"));
  const { code } = await dramatis(["run", "--quiet", path], { cwd });
  expect({ code, made: existsSync(join(cwd, "transcripts")) }).toEqual({ code: 2, made: false });
});

it("what a model says goes into its run folder and nowhere else", async () => {
  const nasty = streaming(text("../../../out \u001b]0;out\u0007"), ...calling("choose", '{"id": "../../../out"}'));
  const { url } = await serving(nasty);
  const cwd = temporaryFolder(onTestFinished);
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  await dramatis(["run", "--quiet", ...NARROW, "--assistant", "generic", "--model", "openai:m"], { cwd, env });
  expect(readdirSync(cwd)).toEqual(["transcripts"]);
  expect(jsonLines(fileOf(onlyRun(cwd), "trials.jsonl"))).toHaveLength(1);
});
