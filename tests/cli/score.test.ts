import { cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Run } from "../../src/schema/run.js";
import type { Score, Summary } from "../../src/schema/score.js";
import { holdFolder } from "../../src/store/lock.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const cwd = temporaryFolder(afterAll);
const FILES = ["scores.jsonl", "summary.json", "trials.jsonl", "run.json"];
let played = "";

beforeAll(async () => {
  await dramatis(["run", "--quiet", ...NARROW, "--assistant", "generic,oracle,bm25", "--repeats", "2"], { cwd });
  played = onlyRun(cwd);
});

/** A copy of the run, for one test. */
function copied(): string {
  const folder = join(temporaryFolder(onTestFinished), "copy");
  cpSync(played, folder, { recursive: true });
  return folder;
}

const score = (folder: string, ...args: string[]) => dramatis(["score", folder, ...args], { cwd });
const filesOf = (folder: string) => FILES.map((name) => fileOf(folder, name));
const scoresIn = (folder: string) => jsonLines(fileOf(folder, "scores.jsonl")) as Score[];

/** Writes the scores of a run as an earlier version of a scorer would have. */
function rewrite(folder: string, change: (score: Score) => Score | null): void {
  const lines = scoresIn(folder).flatMap((line) => change(line) ?? []);
  writeFileSync(join(folder, "scores.jsonl"), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

function changeRun(folder: string, change: (run: Run) => object): void {
  const run = JSON.parse(fileOf(folder, "run.json")) as Run;
  writeFileSync(join(folder, "run.json"), JSON.stringify(change(run)));
}

describe("scoring a run again", () => {
  it("changes no byte where nothing has changed, and shows the table as the run did", async () => {
    const folder = copied();
    const { code, stdout, stderr } = await score(folder);
    expect(filesOf(folder)).toEqual(filesOf(played));
    expect(stdout).toContain("rule-based players measure selection, not comprehension");
    expect(stderr).toContain("nothing moved");
    expect(existsSync(join(folder, "scores.jsonl.part"))).toBe(false);
    expect(code).toBe(0);
  });

  it("brings scores of an earlier version up to date, and says which moved and how far", async () => {
    const folder = copied();
    rewrite(folder, (line) => (line.scorer === "use.adherence" ? { ...line, version: 0, value: 0.125 } : line));
    const summary = JSON.parse(fileOf(folder, "summary.json")) as Summary;
    const estimates = summary.estimates.map((one) => (one.scorer === "use.adherence" ? { ...one, value: 0.125 } : one));
    writeFileSync(join(folder, "summary.json"), JSON.stringify({ ...summary, estimates }));
    const { stderr } = await score(folder);
    expect(stderr).toMatch(/use\.adherence: version 0 → \d+, 6 of 6 trials moved; generic \.13 → \.\d\d; /);
    expect(stderr).not.toContain("misuse");
    expect(filesOf(folder)).toEqual(filesOf(played));
  });

  it("adds scorers that are new, and leaves the others to the byte", async () => {
    const folder = copied();
    rewrite(folder, (line) => (line.scorer === "use.asked" ? null : { ...line, version: line.version + 7 }));
    const before = fileOf(folder, "scores.jsonl").split("\n");
    const { stderr } = await score(folder, "--scorers", "use.asked");
    expect(stderr).toBe("use.asked: new, version 1, 6 trials\n");
    const after = fileOf(folder, "scores.jsonl").split("\n");
    expect(after.filter((line) => !line.includes('"use.asked"'))).toEqual(before);
    const summary = JSON.parse(fileOf(folder, "summary.json")) as Summary;
    const versionOf = (scorer: string) => summary.estimates.find((one) => one.scorer === scorer)?.version;
    expect([versionOf("use.asked"), versionOf("use.veto")]).toEqual([1, 8]);
  });

  it("tells of scorers that are there no more", async () => {
    const folder = copied();
    rewrite(folder, (line) => (line.scorer === "use.asked" ? { ...line, scorer: "use.guessed" } : line));
    const { stderr } = await score(folder);
    expect(stderr).toContain("use.guessed: no longer scored");
    expect(stderr).toContain("use.asked: new, version 1, 6 trials");
    expect(filesOf(folder)).toEqual(filesOf(played));
  });

  it("makes scores and summary that were lost", async () => {
    const folder = copied();
    rmSync(join(folder, "scores.jsonl"));
    rmSync(join(folder, "summary.json"));
    await score(folder);
    expect(filesOf(folder)).toEqual(filesOf(played));
  });

  it("exits with 1 where a threshold is missed, and says which", async () => {
    const folder = copied();
    const thresholds = [{ scorer: "use.adherence", assistant: "oracle", min: 1.5 }];
    changeRun(folder, (run) => ({ ...run, suite: { ...run.suite, thresholds } }));
    const { code, stdout } = await score(folder);
    expect(stdout).toMatch(/missed: use\.adherence of oracle is \.\d\d \(1 person\); at least 1\.5 is asked/);
    expect(code).toBe(1);
  });

  it.each([
    ["all", 0],
    ["some", 4],
  ])("leaves a finished run as it is that has lost %s of its trials, and says so", async (_, kept) => {
    const folder = copied();
    const lines = fileOf(folder, "trials.jsonl").split("\n");
    writeFileSync(
      join(folder, "trials.jsonl"),
      lines
        .slice(0, kept)
        .map((line) => `${line}\n`)
        .join(""),
    );
    const { code, stderr } = await score(folder);
    expect({ code, scores: fileOf(folder, "scores.jsonl") }).toEqual({
      code: 2,
      scores: fileOf(played, "scores.jsonl"),
    });
    expect(stderr).toContain(`trials.jsonl has ${kept} of the 6 trials that the run ended with`);
  });

  it("leaves a run as it is whose trials stand twice, and says so", async () => {
    const folder = copied();
    const trials = fileOf(folder, "trials.jsonl");
    writeFileSync(join(folder, "trials.jsonl"), trials + trials);
    const { code, stderr } = await score(folder);
    expect({ code, scores: fileOf(folder, "scores.jsonl") }).toEqual({
      code: 2,
      scores: fileOf(played, "scores.jsonl"),
    });
    expect(stderr).toContain("trials.jsonl has 12 trials, where 6 were planned");
  });

  it("scores what was finished of a run that was stopped, and leaves its summary to the end", async () => {
    const folder = copied();
    rmSync(join(folder, "summary.json"));
    changeRun(folder, (run) => ({ ...run, status: "interrupted" }));
    truncateSync(join(folder, "trials.jsonl"), readFileSync(join(folder, "trials.jsonl")).length - 30);
    const { code, stdout, stderr } = await score(folder);
    expect(stderr).toContain("passed over what ends in the middle of a line");
    expect(new Set(scoresIn(folder).map(({ trial }) => trial)).size).toBe(5);
    expect(existsSync(join(folder, "summary.json"))).toBe(false);
    expect(stdout).toContain("oracle");
    expect(code).toBe(0);
  });

  it("reads a run of an earlier version, which wrote less into its lines", async () => {
    const folder = copied();
    changeRun(
      folder,
      ({ repeated: _, suite: { embeddings: _e, recall_tokens: _r, thresholds: _t, ...suite }, ...run }) => ({
        ...run,
        suite,
      }),
    );
    const later = ["cached", "reasoning", "unreported", "estimated", "usd"];
    const lines = fileOf(folder, "trials.jsonl").split("\n").slice(0, -1);
    const earlier = lines.map((line) => JSON.parse(line, (key, value) => (later.includes(key) ? undefined : value)));
    writeFileSync(join(folder, "trials.jsonl"), earlier.map((trial) => `${JSON.stringify(trial)}\n`).join(""));
    expect(fileOf(folder, "trials.jsonl").length).toBeLessThan(fileOf(played, "trials.jsonl").length);
    expect((await score(folder)).code).toBe(0);
    expect(fileOf(folder, "scores.jsonl")).toBe(fileOf(played, "scores.jsonl"));
  });
});

describe("what is refused", () => {
  it("is a run that another process plays: nothing of it changes", async () => {
    const folder = copied();
    const release = holdFolder(folder);
    const { code, stderr } = await score(folder);
    release();
    expect(stderr).toContain("another process plays the run");
    expect(code).toBe(2);
    expect(filesOf(folder)).toEqual(filesOf(played));
  });

  it("is a run with people that are not there", async () => {
    const folder = copied();
    changeRun(folder, (run) => ({ ...run, plan: run.plan.map((one) => ({ ...one, persona: "nobody" })) }));
    const { code, stderr } = await score(folder);
    expect(stderr).toContain("has no nobody, which");
    expect(code).toBe(2);
  });

  it("is a damaged line, with its place: the scores stay as they were", async () => {
    const folder = copied();
    const lines = fileOf(folder, "trials.jsonl").split("\n");
    writeFileSync(join(folder, "trials.jsonl"), lines.with(1, '{"schema":"dramatis/trial@9"}').join("\n"));
    const { code, stderr } = await score(folder);
    expect(stderr).toContain("trials.jsonl:2 is not a line of this version");
    expect(code).toBe(2);
    expect(fileOf(folder, "scores.jsonl")).toBe(fileOf(played, "scores.jsonl"));
    expect(existsSync(join(folder, "scores.jsonl.part"))).toBe(false);
  });

  it("is a scorer that is not", async () => {
    const { code, stderr } = await score(copied(), "--scorers", "use.adherance");
    expect(stderr).toContain("no scorer 'use.adherance'");
    expect(code).toBe(2);
  });
});

it("says where files are not as the run was played with", async () => {
  const folder = copied();
  changeRun(folder, (run) => ({ ...run, files: { ...run.files, "personas/mara-lindqvist.yaml": "0".repeat(64) } }));
  expect((await score(folder)).stderr).toContain("not as the run was played with: personas/mara-lindqvist.yaml");
});
