import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { run as runFile } from "../../src/schema/run.js";
import { trial } from "../../src/schema/trial.js";
import { dramatis, fileOf, jsonLines, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

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
  expect(shown.stdout).toContain(": running, ");
});
