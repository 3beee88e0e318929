import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/core/errors.js";
import { fold, unfold } from "../../src/core/fold.js";
import { noUsage } from "../../src/core/usage.js";
import { type Run, run as runSchema } from "../../src/schema/run.js";
import type { Score, Summary } from "../../src/schema/score.js";
import type { Trial } from "../../src/schema/trial.js";
import { LOCK } from "../../src/store/lock.js";
import {
  cutFiles,
  findRun,
  readEncounters,
  readResults,
  readRun,
  readScores,
  readSummary,
  readTrials,
  runsIn,
} from "../../src/store/recorded.js";
import { createRunFolder, RUN_FILES } from "../../src/store/runFolder.js";
import { assistantTurn, ENDED, STARTED, userTurn } from "../core/events.js";
import { folderWith } from "./files.js";

function run(id: string, parts: Partial<Run> = {}): Run {
  const suite = { schema: "dramatis/suite@1", id: "demo", assistants: [{ technique: "generic" }] };
  const nothing = { assistants: [], plan: [], versions: {}, prompts: {}, files: {}, counts: {}, usage: noUsage() };
  const open = { seed: 1, started: "2026-06-12T18:00:00Z", ended: null, status: "running", exit_code: null };
  const names = { label: "exploratory", players: "rules", user: "agenda" };
  return runSchema.parse({ schema: "dramatis/run@1", id, suite, ...nothing, ...open, ...names, ...parts });
}

function trial(id: string): Trial {
  const at = { schema: "dramatis/event@1", trial: id } as const;
  return fold([
    { ...STARTED, trial: id },
    { ...at, type: "session.opened", session: "s1", at: "2026-06-12T18:00", drifted: [] },
    { ...at, type: "turn", session: "s1", turn: userTurn(0, { text: "olá 👋" }) },
    { ...ENDED, trial: id },
  ]);
}

const score = (id: string): Score => ({
  ...{ schema: "dramatis/score@1", trial: id, scorer: "use.adherence", version: 1 },
  ...{ value: 0.5, n: 2, reason: null, evidence: [] },
});
const clock = { wall: () => "2026-06-12T18:00:00.000Z", now: () => 0, after: () => () => {}, every: () => () => {} };
const create = (parent: string, id = "demo-1") => createRunFolder(parent, run(id), clock);
const all = async <T>(lines: AsyncIterable<T>) => {
  const list: T[] = [];
  for await (const line of lines) list.push(line);
  return list;
};

describe("a run folder", () => {
  it("begins with run.json and empty files", () => {
    const parent = folderWith();
    const { path } = create(join(parent, "not", "there", "yet"));
    const files = readdirSync(path).filter((name) => !name.startsWith(LOCK));
    expect(files.sort()).toEqual(["journal.jsonl", "run.json", "scores.jsonl", "trials.jsonl"]);
    expect(readRun(path).status).toBe("running");
  });

  it("is never made twice", () => {
    const parent = folderWith();
    create(parent);
    expect(() => create(parent)).toThrow("EEXIST");
  });

  it("keeps trials and scores a line each, in the order of commits, as they were", async () => {
    const folder = create(folderWith());
    for (const id of ["b", "a"]) await folder.commit(trial(id), [score(id), score(id)]);
    folder.close();
    expect(await all(readTrials(folder.path))).toEqual([trial("b"), trial("a")]);
    expect((await all(readScores(folder.path))).map((one) => one.trial)).toEqual(["b", "b", "a", "a"]);
  });

  it("gives a trial's events, committed or not", async () => {
    const folder = create(folderWith());
    const events = unfold(trial("a"));
    for (const event of events) await folder.record(event);
    expect(await folder.eventsOf("a")).toEqual(events);
    await folder.commit(trial("b"), []);
    await folder.commit(trial("a"), []);
    expect(await folder.eventsOf("a")).toEqual(events);
    expect(await folder.eventsOf("c")).toEqual([]);
  });

  it("writes run.json and summary.json whole: what stands half written is beside them", () => {
    const folder = create(folderWith());
    writeFileSync(join(folder.path, "run.json.part"), '{"half": ');
    folder.writeRun(run("demo-1", { status: "finished", exit_code: 0 }));
    expect(readRun(folder.path)).toMatchObject({ status: "finished", exit_code: 0 });
    expect(existsSync(join(folder.path, "run.json.part"))).toBe(false);
    expect(readFileSync(join(folder.path, "run.json"), "utf8").endsWith("}\n")).toBe(true);
  });

  it("keeps its counts where there is room for not a byte more", () => {
    const folder = create(folderWith());
    const path = join(folder.path, RUN_FILES.run);
    const before = statSync(path);
    const end = run("demo-1", { status: "failed", counts: { completed: 3, "gave-up": 1 }, exit_code: 4 });
    folder.overwriteRun(end);
    expect(readRun(folder.path)).toEqual(end);
    expect(statSync(path)).toMatchObject({ size: before.size, ino: before.ino });
  });

  it("is left as it was by an end that does not fit", () => {
    const folder = create(folderWith());
    expect(() => folder.overwriteRun(run("demo-1", { players: "é".repeat(600) }))).toThrow("has no room for more");
    expect(readRun(folder.path)).toEqual(run("demo-1"));
  });

  it("takes no more trials once it is removed or renamed", async () => {
    const folder = create(folderWith());
    await folder.commit(trial("a"), []);
    renameSync(folder.path, `${folder.path}-away`);
    await expect(folder.commit(trial("b"), [])).rejects.toThrow(
      `${folder.path} was removed or renamed while the run went on`,
    );
  });

  it("keeps the old run.json where the new one cannot be written", () => {
    const folder = create(folderWith());
    mkdirSync(join(folder.path, "run.json.part"));
    expect(() => folder.writeRun(run("demo-1", { status: "finished" }))).toThrow();
    expect(readRun(folder.path).status).toBe("running");
  });
});

describe("reading a run", () => {
  it("finds one by id, in the first folder that has it, and by path", () => {
    const [near, far] = [folderWith(), folderWith()];
    for (const [parent, id] of [
      [near, "both"],
      [far, "both"],
      [far, "other"],
    ] as const)
      create(parent, id);
    const found = (name: string) => findRun([near, join(near, "nowhere"), far], name);
    expect(found("both")).toBe(join(near, "both"));
    expect(found("other")).toBe(join(far, "other"));
    expect(found(join(far, "both"))).toBe(join(far, "both"));
    expect(found("none")).toBeNull();
    expect(runsIn(far).sort()).toEqual(["both", "other"]);
  });

  it("gives how trials ended, and of their talk what the person said", async () => {
    const folder = create(folderWith());
    const turns = [userTurn(0, { text: "Hello." }), assistantTurn(1, { text: "Good evening." })];
    const talk = { id: "s1", at: "2026-06-12T18:00", drifted: [], turns, end: null };
    await folder.commit({ ...trial("a"), sessions: [talk] }, []);
    const { id, persona, scenario, repeat, assistant, outcome } = trial("a");
    const sessions = [{ turns: [{ speaker: "user", text: "Hello." }] }];
    expect(await all(readResults(folder.path))).toEqual([
      { id, persona, scenario, repeat, assistant, outcome, probes: [], sessions },
    ]);
  });

  it("has no summary where none was written", () => {
    const folder = create(folderWith());
    expect(readSummary(folder.path)).toBeNull();
    const summary: Summary = {
      ...{ schema: "dramatis/summary@1", run: "demo-1", label: "exploratory", players: "rules", seed: 1 },
      ...{ outcomes: {}, dropped_pairs: 0, estimates: [], thresholds: [], cannot_see: [] },
    };
    folder.writeSummary(summary);
    expect(readSummary(folder.path)).toEqual(summary);
  });

  it("ends a line at a newline alone, whatever else stands in it", async () => {
    const folder = create(folderWith());
    const odd = { ...score("a"), reason: "a\u2028b\u2029c\u0085d\re" };
    await folder.commit(trial("a"), [odd]);
    expect(await all(readScores(folder.path))).toEqual([odd]);
  });

  it("passes over empty lines", async () => {
    const folder = create(folderWith());
    await folder.commit(trial("a"), []);
    const path = join(folder.path, RUN_FILES.trials);
    writeFileSync(path, `\n${readFileSync(path, "utf8")}\n`);
    expect(await all(readTrials(folder.path))).toHaveLength(1);
  });

  it.each<[string, string, RegExp]>([
    ["half a line", '{"schema":"dramatis/tri', /JSON/],
    ["another schema", '{"schema":"dramatis/trial@9"}', /^schema: .*dramatis\/trial@1.*later Dramatis wrote it/],
    ["no JSON", "hello", /JSON/],
  ])("names the line that is bad, and why: %s", async (_, line, reason) => {
    const folder = create(folderWith());
    await folder.commit(trial("a"), []);
    const path = join(folder.path, RUN_FILES.trials);
    writeFileSync(path, `${readFileSync(path, "utf8")}${line}\n`);
    const error = await all(readTrials(folder.path)).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(/trials\.jsonl:2 is not a line of this version$/);
    expect((error as UsageError).hint).toMatch(reason);
    const refusal = /trials\.jsonl:2 is not a line of this version$/;
    await expect(all(readResults(folder.path))).rejects.toThrow(refusal);
    await expect(all(readEncounters(folder.path))).rejects.toThrow(refusal);
  });

  it("passes over a last line that was cut off, and says in which files", async () => {
    const folder = create(folderWith());
    await folder.commit(trial("a"), [score("a")]);
    expect(cutFiles(folder.path)).toEqual([]);
    for (const name of [RUN_FILES.trials, RUN_FILES.scores])
      appendFileSync(join(folder.path, name), '{"schema":"dramatis/tri');
    expect(await all(readTrials(folder.path))).toEqual([trial("a")]);
    expect(await all(readScores(folder.path))).toEqual([score("a")]);
    expect(cutFiles(folder.path)).toEqual([join(folder.path, "trials.jsonl"), join(folder.path, "scores.jsonl")]);
  });

  it("takes a last line that only lacks its end", async () => {
    const folder = create(folderWith());
    await folder.commit(trial("a"), []);
    const path = join(folder.path, RUN_FILES.trials);
    writeFileSync(path, readFileSync(path, "utf8").trimEnd());
    expect(await all(readTrials(folder.path))).toEqual([trial("a")]);
  });

  it("says which file is a folder", async () => {
    const folder = create(folderWith());
    const path = join(folder.path, RUN_FILES.trials);
    rmSync(path);
    mkdirSync(path);
    await expect(all(readTrials(folder.path))).rejects.toThrow(`${path} is a folder, not a file`);
    expect(() => cutFiles(folder.path)).toThrow(UsageError);
  });

  it("says which file is damaged", () => {
    const folder = create(folderWith());
    writeFileSync(join(folder.path, RUN_FILES.run), "{");
    expect(() => readRun(folder.path)).toThrow(/run\.json cannot be read: .*JSON/);
  });
});
