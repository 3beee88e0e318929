import { once } from "node:events";
import { appendFileSync, chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Event } from "../../src/schema/event.js";
import { run as runFile } from "../../src/schema/run.js";
import { withoutNumbers } from "../store/journalEvents.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const PLAY = ["run", "--plain", ...NARROW, "--repeats", "8", "--seed", "7"];

/** What a run leaves, but for its name and its times. */
function results(folder: string) {
  const { run: _, ...summary } = JSON.parse(fileOf(folder, "summary.json"));
  return { trials: fileOf(folder, "trials.jsonl"), scores: fileOf(folder, "scores.jsonl"), summary };
}

const headOf = (folder: string) => runFile.parse(JSON.parse(fileOf(folder, "run.json")));
const resume = (cwd: string, ...more: string[]) => dramatis(["run", "--resume", "--plain", ...more], { cwd });

/** Begins a run and stops it when so many lines of trials were shown; null: as soon as its folder is there. */
async function stopped(cwd: string, signal: NodeJS.Signals, lines: number) {
  const child = started(PLAY, { cwd });
  const outcome = outcomeOf(child);
  let seen = 0;
  while (seen < lines) seen += String((await once(child.stdout, "data"))[0]).split("\n").length - 1;
  child.kill(signal);
  return outcome;
}

/** The command that the end of a run tells to go on with. */
function told(stderr: string): string[] {
  const [, command = ""] = /next: dramatis (run --resume .*)/.exec(stderr) ?? [];
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

describe("a run that was stopped and goes on", () => {
  let whole: ReturnType<typeof results>;
  beforeAll(async () => {
    const folders: (() => void)[] = [];
    const cwd = temporaryFolder((remove) => folders.push(remove));
    expect((await dramatis(PLAY, { cwd })).code).toBe(0);
    whole = results(onlyRun(cwd));
    for (const remove of folders) remove();
  });

  it.for([1, 9, 30])("killed after %i trials, is as if nobody had killed it", async (lines) => {
    const cwd = temporaryFolder(onTestFinished);
    await stopped(cwd, "SIGKILL", lines);
    expect(headOf(onlyRun(cwd)).status).toBe("running");
    const { code, stderr } = await resume(cwd, "--concurrency", "3");
    expect({ code, stderr: stderr.includes("went out twice") }).toEqual({ code: 0, stderr: false });
    expect(results(onlyRun(cwd))).toEqual(whole);
    expect(headOf(onlyRun(cwd))).toMatchObject({ status: "finished", exit_code: 0, repeated: 0 });
  });

  it("killed again and again, is as if nobody had killed it", async () => {
    const cwd = temporaryFolder(onTestFinished);
    await stopped(cwd, "SIGKILL", 2);
    for (let time = 0; time < 3; time++) {
      const child = started(["run", "--resume", "--plain"], { cwd });
      const outcome = outcomeOf(child);
      await Promise.race([once(child.stdout, "data"), outcome]);
      child.kill("SIGKILL");
      await outcome;
    }
    if (headOf(onlyRun(cwd)).status !== "finished") expect((await resume(cwd)).code).toBe(0);
    expect(results(onlyRun(cwd))).toEqual(whole);
  });

  it.each([
    ["gone", (lines: string[], at: number) => lines.toSpliced(at, 1), "the line before it is missing"],
    ["changed", (lines: string[], at: number) => lines.with(at, `${lines[at]} `), "changed or damaged"],
  ])("with a line of its journal %s, plays its trial again and says so", async (_, damage, words) => {
    const cwd = temporaryFolder(onTestFinished);
    await stopped(cwd, "SIGKILL", 9);
    const path = join(onlyRun(cwd), "journal.jsonl");
    const lines = readFileSync(path, "utf8").split("\n");
    const trials = jsonLines(lines.slice(0, -1).join("\n")).map((line) => (line as { event: Event }).event);
    const last = trials.findLast(({ type }) => type === "trial.ended")?.trial as string;
    const turn = trials.findIndex(({ trial, type }) => trial === last && type === "turn");
    writeFileSync(path, damage(lines, turn).join("\n"));
    const { code, stderr } = await resume(cwd);
    expect(code).toBe(0);
    expect(stderr).toContain(`line ${turn + 1}: ${words}`);
    expect(stderr).toMatch(new RegExp(`played again from their start, for lines of them are gone: ${last}\n`));
    expect(results(onlyRun(cwd))).toEqual(whole);
  });

  it("interrupted, goes on by the command that its end tells, as it stands", async () => {
    const cwd = join(temporaryFolder(onTestFinished), "a folder");
    cpSync(temporaryFolder(onTestFinished), cwd, { recursive: true });
    const { code, stderr } = await stopped(cwd, "SIGINT", 2);
    expect(code).toBe(130);
    const outcome = await dramatis(told(stderr), { cwd });
    expect(outcome.code).toBe(0);
    expect(results(onlyRun(cwd))).toEqual(whole);
  });

  it("counts what it shows by the whole run", async () => {
    const cwd = temporaryFolder(onTestFinished);
    await stopped(cwd, "SIGINT", 5);
    const before = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")).length;
    const { stdout } = await resume(cwd);
    const { plan, counts } = headOf(onlyRun(cwd));
    expect(counts).toEqual({ completed: plan.length });
    const shown = stdout.split("\n").filter((line) => /^mara-lindqvist\./.test(line)).length;
    expect(shown).toBeLessThanOrEqual(plan.length - before + 1);
  });
});

describe("a run is not taken up", () => {
  /** A small project of its own with a run in it that was stopped. */
  async function project(): Promise<{ cwd: string; folder: string }> {
    const cwd = temporaryFolder(onTestFinished);
    expect((await dramatis(["init", "."], { cwd })).code).toBe(0);
    expect((await dramatis(["run", "--quiet"], { cwd })).code).toBeLessThan(2);
    const folder = onlyRun(cwd);
    const head = JSON.parse(fileOf(folder, "run.json"));
    writeFileSync(join(folder, "run.json"), JSON.stringify({ ...head, status: "interrupted", exit_code: 130 }));
    return { cwd, folder };
  }

  async function refused(cwd: string, ...more: string[]): Promise<string> {
    const { code, stdout, stderr } = await resume(cwd, ...more);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  }

  it("where a file of it is another, by its name; and is, where that is put back", async () => {
    const { cwd, folder } = await project();
    const [file = ""] = Object.keys(headOf(folder).files).filter((name) => name.startsWith("personas/"));
    const text = readFileSync(join(cwd, file), "utf8");
    appendFileSync(join(cwd, file), "\n# changed\n");
    const before = fileOf(folder, "run.json");
    expect(await refused(cwd)).toContain(file);
    rmSync(join(cwd, file));
    expect(await refused(cwd)).toContain(file);
    expect(fileOf(folder, "run.json")).toBe(before);
    writeFileSync(join(cwd, file), text);
    expect((await resume(cwd)).code).toBeLessThan(2);
  });

  it("where there is a person more, who may be drawn as another's other", async () => {
    const { cwd, folder } = await project();
    const [file = ""] = Object.keys(headOf(folder).files).filter((name) => name.startsWith("personas/"));
    const text = readFileSync(join(cwd, file), "utf8").replace(/^id: .*/m, "id: newcomer");
    writeFileSync(join(cwd, "personas", "newcomer.yaml"), text);
    expect(await refused(cwd)).toContain("personas/newcomer.yaml");
  });

  it("where flags would make it another", async () => {
    const { cwd } = await project();
    for (const flag of [
      ["--seed", "2"],
      ["--persona", "x"],
      ["--model", "openai:m"],
      ["--repeats", "3"],
      ["--dry-run"],
    ])
      expect(await refused(cwd, ...flag)).toMatch(/--resume plays what the run began with, so it takes no \w+/);
    const { code, stderr } = await dramatis(["run", "demo", "--resume"], { cwd });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("takes no a suite") });
  });

  it("where it is finished, or there is none, or it has another name", async () => {
    const cwd = temporaryFolder(onTestFinished);
    expect(await refused(cwd)).toContain("was stopped");
    await dramatis(["run", "--quiet", ...NARROW], { cwd });
    expect(await refused(cwd)).toContain("no run in transcripts was stopped");
    const id = headOf(onlyRun(cwd)).id;
    const named = await dramatis(["run", "--resume", id], { cwd });
    expect(named).toMatchObject({ code: 2, stderr: expect.stringContaining(`the run ${id} is finished`) });
    const other = await dramatis(["run", "--resume", "no-such-run"], { cwd });
    expect(other).toMatchObject({ code: 2, stderr: expect.stringContaining("no run 'no-such-run'") });
  });

  it("where it is of an older version; and others are, beside it", async () => {
    const { cwd, folder } = await project();
    const head = JSON.parse(fileOf(folder, "run.json"));
    const old = `${folder}-old`;
    cpSync(folder, old, { recursive: true });
    writeFileSync(join(old, "run.json"), JSON.stringify({ ...head, schema: "dramatis/run@0" }));
    const { code, stderr } = await dramatis(["run", "--resume", old], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/run\.json cannot be read: schema: .*run@1/);
    expect((await resume(cwd)).code).toBeLessThan(2);
  });

  it("where a line of its journal is none, and the others have no numbers", async () => {
    const { cwd, folder } = await project();
    const lines = withoutNumbers(fileOf(folder, "journal.jsonl")).split("\n");
    writeFileSync(join(folder, "journal.jsonl"), lines.with(3, "{").join("\n"));
    expect(await refused(cwd)).toContain("journal.jsonl:4 is no line of a journal");
    expect(headOf(folder).status).toBe("interrupted");
  });

  it("where its folder may only be read", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may write anywhere");
    const { cwd, folder } = await project();
    chmodSync(folder, 0o500);
    expect(await refused(cwd)).toContain("cannot be written");
    chmodSync(folder, 0o700);
  });

  it("where its folder is gone", async () => {
    const { cwd, folder } = await project();
    rmSync(folder, { recursive: true });
    const { code, stderr } = await dramatis(["run", "--resume", folder], { cwd });
    expect({ code, named: stderr.includes("no run") }).toEqual({ code: 2, named: true });
  });

  it("while another process plays it", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const child = started(["run", "--plain", "--scenario", "dinner-lisbon", "--repeats", "200"], { cwd });
    const outcome = outcomeOf(child);
    await once(child.stdout, "data");
    const stderr = await refused(cwd);
    child.kill("SIGINT");
    expect((await outcome).code).toBe(130);
    expect(stderr).toContain("another process plays the run");
  });
});

it("whose folder is removed while it is played, it says so and breaks", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const child = started(PLAY, { cwd });
  const outcome = outcomeOf(child);
  await once(child.stdout, "data");
  rmSync(onlyRun(cwd), { recursive: true });
  const { code, stderr } = await outcome;
  expect(code).toBe(4);
  expect(stderr).toMatch(/the run broke|ENOENT/);
});
