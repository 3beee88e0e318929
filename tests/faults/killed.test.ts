import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { serving, silent } from "../support/server.js";
import { byNumber, well } from "./answers.js";

const PLAY = ["run", "--plain", ...NARROW, "--assistant", "generic,history", "--model", "openai:m", "--user", "llm"];

const trialsOf = (folder: string) => jsonLines(fileOf(folder, "trials.jsonl"));

it("killed with calls in flight, makes those twice and no other, and says how many", async () => {
  const killed = Promise.withResolvers<void>();
  const { url, received } = await serving(
    byNumber((number) => {
      if (number < 7) return well;
      if (number === 8) killed.resolve();
      return number < 9 ? silent : well;
    }),
  );
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const cwd = temporaryFolder(onTestFinished);
  const child = started([...PLAY, "--concurrency", "2"], { cwd, env });
  const outcome = outcomeOf(child);
  await killed.promise;
  child.kill("SIGKILL");
  await outcome;
  expect(received).toHaveLength(9);

  const { code, stderr } = await dramatis(["run", "--resume", "--plain"], { cwd, env });
  expect(code).toBe(0);
  expect(stderr).toContain("2 calls went out twice");
  const run = runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")));
  expect(run).toMatchObject({ repeated: 2, usage: { calls: received.length - 2 } });

  const other = temporaryFolder(onTestFinished);
  expect((await dramatis(PLAY, { cwd: other, env })).code).toBe(0);
  expect(trialsOf(onlyRun(cwd))).toEqual(trialsOf(onlyRun(other)));
});

it("--retry-failed plays again what failed, asks anew what failed in it, and leaves the rest", async () => {
  let down = true;
  const { url, received } = await serving((response, one) => {
    const isHistory = JSON.stringify(one.body.messages).includes("- 20");
    if (down && isHistory) response.writeHead(401, { "content-type": "application/json" }).end("{}");
    else well(response, one);
  });
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  const cwd = temporaryFolder(onTestFinished);
  expect((await dramatis(PLAY, { cwd, env })).code).toBe(4);
  const folder = onlyRun(cwd);
  const id = folder.split("/").at(-1) as string;
  const before = received.length;
  const [sound] = trialsOf(folder);
  down = false;
  const { code } = await dramatis(["run", "--resume", id, "--retry-failed", "--plain"], { cwd, env });
  expect(code).toBe(0);
  expect(received.length).toBeGreaterThan(before);
  const trials = trialsOf(folder) as { outcome: string }[];
  expect(trials.map(({ outcome }) => outcome)).toEqual(["completed", "completed"]);
  expect(trials[0]).toEqual(sound);
  expect(runFile.parse(JSON.parse(fileOf(folder, "run.json")))).toMatchObject({ status: "finished", repeated: 0 });
});
