import { execFile } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { trial } from "../../src/schema/trial.js";
import { dramatis, fileOf, jsonLines, onlyRun, outcomeOf, started, surroundings } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { PROGRAM } from "../support/paths.js";

const LONG = ["run", "--plain", "--scenario", "dinner-lisbon", "--repeats", "50"];

it.for(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends a run with 130 and keeps what is finished",
  async (signal) => {
    const cwd = temporaryFolder(onTestFinished);
    const child = started(LONG, { cwd });
    const outcome = outcomeOf(child);
    await once(child.stdout, "data");
    child.kill(signal);
    const { code, stderr } = await outcome;
    expect(code).toBe(130);
    expect(stderr).toContain("interrupted after");

    const folder = onlyRun(cwd);
    const run = runFile.parse(JSON.parse(fileOf(folder, "run.json")));
    expect(run).toMatchObject({ status: "interrupted", exit_code: 130 });
    const kept = jsonLines(fileOf(folder, "trials.jsonl")).map((line) => trial.parse(line));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(run.plan.length);
    expect(kept.map(({ id }) => id)).toEqual(run.plan.slice(0, kept.length).map(({ id }) => id));

    const id = folder.split("/").at(-1) as string;
    const shown = await dramatis(["show", id, kept[0]?.id ?? ""], { cwd });
    const table = await dramatis(["table", id], { cwd });
    expect([shown.code, table.code]).toEqual([0, 0]);
  },
);

it("a killed run leaves whole lines and a readable head", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const child = started(LONG, { cwd });
  const outcome = outcomeOf(child);
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await outcome;
  const folder = onlyRun(cwd);
  expect(runFile.parse(JSON.parse(fileOf(folder, "run.json"))).status).toBe("running");
  const whole = fileOf(folder, "trials.jsonl").split("\n").slice(0, -1);
  for (const line of whole) trial.parse(JSON.parse(line));
  expect(whole.length).toBeGreaterThan(0);
  const shown = await dramatis(["show", join("transcripts", folder.split("/").at(-1) as string)], { cwd });
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/: running, \d+ trials planned, \d+ completed.*\nits end was never written/);
  for (const line of whole) expect(shown.stdout).toContain(`\n${trial.parse(JSON.parse(line)).id}  `);
  expect(shown.stdout).toContain(`\`dramatis table transcripts/${folder.split("/").at(-1)}\``);
});

/** A long run whose output goes where a shell sends it; gives the program's own exit code and what it said. */
async function sentTo(where: string) {
  const cwd = temporaryFolder(onTestFinished);
  const command = `{ "$0" "$@"; echo $? >&3; } 3>code ${where}; cat code`;
  const shell = ["-c", command, process.execPath, PROGRAM, ...LONG];
  const { stdout, stderr } = await promisify(execFile)("bash", shell, { cwd, env: surroundings() });
  const run = runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")));
  return { code: Number(stdout.trim().split("\n").at(-1)), stderr, run };
}

it("a pipe that is closed ends a run as interrupted, quietly", async () => {
  const { code, stderr, run } = await sentTo("| head -1");
  expect(run).toMatchObject({ status: "interrupted", exit_code: 0, ended: expect.any(String) });
  expect(stderr.split("\n").filter((line) => !/^no personas|^\d+ of \d+ trials/.test(line))).toEqual([""]);
  expect(code).toBe(0);
});

it.skipIf(process.platform !== "linux")("an output that takes nothing breaks a run, in one line", async () => {
  const { code, stderr, run } = await sentTo("> /dev/full");
  expect(run).toMatchObject({ status: "failed", exit_code: 4, ended: expect.any(String) });
  expect(stderr).toContain("the run broke: standard output cannot be written: ENOSPC");
  expect(stderr).not.toMatch(/\n +at /);
  expect(code).toBe(4);
});

it.skipIf(process.platform !== "linux")("an output that takes nothing is told by the other verbs too", async () => {
  const command = `"$0" "$@" > /dev/full`;
  const failed = await promisify(execFile)("bash", ["-c", command, process.execPath, PROGRAM, "list", "scorers"], {
    env: surroundings(),
  }).catch((error: { code: number; stderr: string }) => error);
  expect(failed).toMatchObject({ code: 4, stderr: expect.stringMatching(/^standard output cannot be written: .*\n$/) });
});

it("a run whose folder is removed stops at its next trial", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const child = started(LONG, { cwd });
  const outcome = outcomeOf(child);
  await once(child.stdout, "data");
  const folder = onlyRun(cwd);
  rmSync(folder, { recursive: true });
  const { code, stdout, stderr } = await outcome;
  expect(stderr).toContain(`the run broke: ${folder} was removed or renamed while the run went on\n`);
  expect(stdout.split("\n").length).toBeLessThan(1000);
  expect(code).toBe(4);
});
