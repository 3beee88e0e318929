import { afterAll, beforeAll, expect, it } from "vitest";
import { dramatis, fileOf, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const FILES = ["trials.jsonl", "scores.jsonl", "summary.json"];

async function filesOf(flags: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const cwd = temporaryFolder(afterAll);
  const { code } = await dramatis(["run", "--quiet", ...NARROW, "--repeats", "2", ...flags], { cwd, env });
  expect(code).toBe(0);
  const run = onlyRun(cwd);
  return FILES.map((name) => fileOf(run, name).replaceAll(run.split("/").at(-1) as string, "RUN"));
}

let first: string[];
beforeAll(async () => {
  first = await filesOf(["--concurrency", "1"], { TZ: "UTC", LANG: "C.UTF-8", LC_ALL: "C.UTF-8" });
});

it("is the same to the byte, seven at a time", async () => {
  expect(await filesOf(["--concurrency", "7"], { TZ: "UTC", LC_ALL: "C.UTF-8" })).toEqual(first);
});

it("is the same to the byte in Tokyo and in Turkish", async () => {
  const away = { TZ: "Asia/Tokyo", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
  expect(await filesOf(["--concurrency", "4"], away)).toEqual(first);
});

it("differs with another seed", async () => {
  expect((await filesOf(["--seed", "2"]))[0]).not.toEqual(first[0]);
});
