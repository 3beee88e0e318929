import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { stop, streaming, text, USAGE } from "../models/chunks.js";
import { dramatis, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { type Answer, plainly, serving, silent } from "../support/server.js";

const REPLY = "The Green Door has a table at eight.";
const VERDICT = JSON.stringify({ quote: REPLY, verdict: "served" });
const judging: Answer = streaming(text(VERDICT), stop, USAGE);

/** How a judge is measured on so many labelled replies, by a server that answers so. */
async function measured(labels: number, ...answers: Answer[]) {
  const { url, received } = await serving(...answers);
  const cwd = temporaryFolder(onTestFinished);
  const label = (id: string) => JSON.stringify({ id, asked: "Where to?", reply: REPLY, label: "served" });
  const lines = Array.from({ length: labels }, (_, at) => `${label(`r${at}`)}\n`);
  writeFileSync(join(cwd, "labels.jsonl"), lines.join(""));
  const args = [
    "calibrate",
    "adherence",
    "--judge-model",
    "openai:m",
    "--labels",
    "labels.jsonl",
    "--concurrency",
    "1",
  ];
  const env = { OPENAI_API_KEY: "a key", OPENAI_BASE_URL: `${url}/v1` };
  return { args, where: { cwd, env }, received };
}

it("prints the numbers and saves them into a folder that is made for them", async () => {
  const { args, where } = await measured(2, judging);
  const { code, stdout, stderr } = await dramatis([...args, "--save", "new/judge.json"], where);
  expect(code, stderr).toBe(0);
  expect(stdout).toContain("2 labelled replies, 0 without a verdict");
  const saved = JSON.parse(readFileSync(join(where.cwd, "new", "judge.json"), "utf8"));
  expect(saved).toMatchObject({ schema: "dramatis/calibration@1", calibration: { labelled: 2, agreement: 1 } });
});

it("a call that fails for good ends it: the server's words are told, and nothing else is asked", async () => {
  const { args, where, received } = await measured(8, plainly(401, '{"error": {"message": "no such key"}}'));
  const { code, stderr } = await dramatis(args, where);
  expect(code).toBe(3);
  expect(stderr).toContain("openai:m does not judge: the provider answered 401: no such key");
  expect(stderr).not.toContain("broke");
  expect(received.length).toBe(1);
});

it("an interruption ends it with 130, and says that there are no numbers", async () => {
  const hangs = Promise.withResolvers<void>();
  const { args, where } = await measured(2, (...asked) => {
    hangs.resolve();
    silent(...asked);
  });
  const child = started(args, where);
  const outcome = outcomeOf(child);
  await hangs.promise;
  child.kill("SIGINT");
  expect(await outcome).toMatchObject({ code: 130, stdout: "", stderr: expect.stringContaining("interrupted") });
});
