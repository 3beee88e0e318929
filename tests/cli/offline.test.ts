import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { dramatis, NARROW, surroundings } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

const PRELOAD = `--import=${join(REPOSITORY, "tests", "support", "noNetwork.mjs")}`;

/** What anyone might have in their shell. */
const TEMPTING = {
  LANGSMITH_TRACING: "true",
  LANGSMITH_API_KEY: "x",
  LANGCHAIN_TRACING_V2: "true",
  LANGCHAIN_API_KEY: "x",
};

it.for([["run", "--quiet", ...NARROW], ["validate"], ["doctor"], ["list", "personas"]])(
  "asks nothing of the network: dramatis %s",
  async (args) => {
    const cwd = temporaryFolder(onTestFinished);
    const log = join(cwd, "asked.txt");
    const env = { NODE_OPTIONS: PRELOAD, NETWORK_LOG: log, ...TEMPTING };
    const { code, stdout, stderr } = await dramatis(args, { cwd, env });
    expect(existsSync(log) ? readFileSync(log, "utf8") : "").toBe("");
    expect(stdout).not.toBe("");
    expect({ code, refused: stderr.includes("may not leave") }).toEqual({ code: 0, refused: false });
  },
);

it.for([
  'fetch("http://198.51.100.7/")',
  'fetch("https://example.org/")',
  'import("node:tls").then(({ connect }) => connect(443, "198.51.100.7"))',
  'import("node:dns").then(({ lookup }) => lookup("example.org", () => {}))',
])("and would be caught if it did: %s", async (code) => {
  const cwd = temporaryFolder(onTestFinished);
  const log = join(cwd, "asked.txt");
  const env = { ...surroundings(), NODE_OPTIONS: PRELOAD, NETWORK_LOG: log };
  await expect(promisify(execFile)(process.execPath, ["-e", code], { env })).rejects.toThrow();
  expect(readFileSync(log, "utf8")).toMatch(/198\.51\.100\.7|example\.org/);
});
