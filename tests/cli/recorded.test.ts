import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { SCHEMAS } from "../../src/schema/registry.js";
import { type Trial, trial } from "../../src/schema/trial.js";
import { chosenScorers } from "../../src/scorers/chosen.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

const cwd = temporaryFolder(afterAll);
let id: string;
let trials: Trial[];

beforeAll(async () => {
  await dramatis(["run", "--quiet", ...NARROW, "--assistant", "generic,oracle"], { cwd });
  id = onlyRun(cwd).split("/").at(-1) as string;
  trials = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")).map((line) => trial.parse(line));
});

async function says(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await dramatis(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout;
}

const turnsOf = ({ sessions }: Trial) => sessions.flatMap((session) => session.turns);

describe("export", () => {
  it("jsonl has whole trials with their scores", async () => {
    const lines = jsonLines(await says("export", id, "--format", "jsonl")) as Record<string, unknown>[];
    expect(lines.map(({ scores, metadata, ...whole }) => whole)).toEqual(trials);
    for (const { scores } of lines)
      expect(SCHEMAS.score.array().parse(scores).length).toBe(chosenScorers({ user: "agenda" }).length);
  });

  it("openai has messages by role, a system message at each session", async () => {
    const lines = jsonLines(await says("export", id, "--format", "openai")) as {
      messages: { role: string; content: string }[];
    }[];
    lines.forEach(({ messages }, index) => {
      const { sessions } = trials[index] as Trial;
      expect(messages.filter(({ role }) => role === "system")).toHaveLength(sessions.length);
      const spoken = messages.filter(({ role }) => role !== "system");
      expect(spoken).toEqual(
        turnsOf(trials[index] as Trial).map(({ speaker, text }) => ({ role: speaker, content: text })),
      );
    });
    expect(lines).toHaveLength(2);
  });

  it("sharegpt has humans and gpts", async () => {
    const lines = jsonLines(await says("export", id, "--format", "sharegpt")) as {
      conversations: { from: string; value: string }[];
    }[];
    const speakers = new Set(lines.flatMap(({ conversations }) => conversations.map(({ from }) => from)));
    expect(speakers).toEqual(new Set(["system", "human", "gpt"]));
    expect(lines[0]?.conversations.map(({ value }) => value)).toContain(turnsOf(trials[0] as Trial)[0]?.text);
  });

  it("has no format by the name of what every object has", async () => {
    const { code, stderr } = await dramatis(["export", id, "--format", "constructor"], { cwd });
    expect(stderr).toContain("no format 'constructor'\n  there are: jsonl,");
    expect(code).toBe(2);
  });

  it("csv has a conversation a row", async () => {
    const rows: Record<string, string>[] = parse(await says("export", id, "--format", "csv"), { columns: true });
    expect(rows.map(({ trial }) => trial)).toEqual(trials.map((trial) => trial.id));
    const said = (JSON.parse(rows[0]?.messages ?? "") as { role: string; content: string }[]).filter(
      ({ role }) => role !== "system",
    );
    expect(said.map(({ content }) => content)).toEqual(turnsOf(trials[0] as Trial).map(({ text }) => text));
  });
});

describe("table", () => {
  it("is text, CSV and LaTeX of the same numbers", async () => {
    const { estimates } = SCHEMAS.summary.parse(JSON.parse(fileOf(onlyRun(cwd), "summary.json")));
    const rows: Record<string, string>[] = parse(await says("table", id, "--format", "csv"), { columns: true });
    expect(rows.map(({ scorer, assistant, value }) => [scorer, assistant, value])).toEqual(
      estimates.map(({ scorer, assistant, value }) => [scorer, assistant, value === null ? "" : String(value)]),
    );
    const latex = await says("table", id, "--format", "latex");
    expect(latex).toMatch(/\\begin\{tabular\}\{lrr\}[\s\S]* & generic & oracle \\\\[\s\S]*\\end\{tabular\}/);
    const text = await says("table", id);
    for (const { scorer } of estimates) expect(text).toContain(scorer);
    const adherence = estimates.find((one) => one.scorer === "use.adherence" && one.assistant === "oracle")?.value;
    expect(text).toContain(adherence?.toFixed(3));
    expect(latex).toContain(adherence?.toFixed(2));
  });
});

it("table has, of a run that was stopped, the scorers it had and no others", async () => {
  const elsewhere = temporaryFolder(onTestFinished);
  await dramatis(["run", "--quiet", ...NARROW, "--assistant", "generic", "--scorers", "service"], { cwd: elsewhere });
  rmSync(join(onlyRun(elsewhere), "summary.json"));
  const { stdout } = await dramatis(["table", onlyRun(elsewhere), "--format", "csv"], { cwd: elsewhere });
  const rows: Record<string, string>[] = parse(stdout, { columns: true });
  expect(new Set(rows.map(({ scorer }) => scorer?.split(".")[0]))).toEqual(new Set(["service"]));
});

describe("show", () => {
  it("a persona and a scenario", async () => {
    expect(await says("show", "mara-lindqvist")).toMatch(/^Mara Lindqvist \(mara-lindqvist\), careful-planner/);
    expect(await says("show", "dinner-lisbon")).toContain("probe couvert (nothing, read by self): nothing personal");
  });

  it("a run, and a trial of it with all that was said", async () => {
    const page = await says("show", id);
    for (const one of trials) expect(page).toContain(`${one.id}  ${one.outcome}`);
    const transcript = await says("show", id, trials[1]?.id ?? "");
    for (const { text } of turnsOf(trials[1] as Trial)) expect(transcript).toContain(text);
  });

  it("says which trials there are where one is named wrong", async () => {
    const { code, stderr } = await dramatis(["show", id, "mara-lindqvist.dinner-lisbon.oracle.1"], { cwd });
    expect(stderr).toContain("did you mean 'mara-lindqvist.dinner-lisbon.oracle.0'?");
    expect(code).toBe(2);
  });

  it("a run of any name, by name and by path", async () => {
    const elsewhere = temporaryFolder(onTestFinished);
    mkdirSync(join(elsewhere, "transcripts"));
    cpSync(onlyRun(cwd), join(elsewhere, "transcripts", "mine"), { recursive: true });
    for (const name of ["mine", "transcripts/mine", join(elsewhere, "transcripts", "mine")]) {
      const { code, stdout } = await dramatis(["show", name], { cwd: elsewhere });
      expect(stdout).toContain(": finished, 2 trials planned");
      expect(code).toBe(0);
    }
  });

  it("a run by what its name alone begins with, and says which there are where several do", async () => {
    expect(await says("show", id.slice(0, -1))).toContain(`${id}: finished, 2 trials planned, 2 completed`);
    expect(await says("table", id.slice(0, -2))).toContain("use.adherence");
    const elsewhere = temporaryFolder(onTestFinished);
    for (const name of ["mine-1", "mine-2"])
      cpSync(onlyRun(cwd), join(elsewhere, "transcripts", name), { recursive: true });
    for (const verb of ["show", "table"]) {
      const { code, stderr } = await dramatis([verb, "mine"], { cwd: elsewhere });
      expect(stderr).toBe("2 runs begin with 'mine'\n  there are: mine-1, mine-2\n");
      expect(code).toBe(2);
    }
  });

  it("a run whose last line was cut off, with a warning, as export and table do", async () => {
    const elsewhere = temporaryFolder(onTestFinished);
    const folder = join(elsewhere, "transcripts", "cut");
    cpSync(onlyRun(cwd), folder, { recursive: true });
    rmSync(join(folder, "summary.json"));
    const trials = readFileSync(join(folder, "trials.jsonl"));
    truncateSync(join(folder, "trials.jsonl"), trials.length - 100);
    for (const [args, text] of [
      [["show", "cut"], "2 trials planned, 1 completed"],
      [["table", "cut"], "use.adherence"],
      [["export", "cut", "--format", "openai"], '"messages"'],
    ] as const) {
      const { code, stdout, stderr } = await dramatis(args, { cwd: elsewhere });
      expect(stdout).toContain(text);
      expect(stderr).toMatch(/^passed over what ends in the middle of a line: the last line of .*trials\.jsonl\n$/);
      expect(code).toBe(0);
    }
  });

  it("a finished run that has lost whole lines, and says what is gone", async () => {
    const folder = join(temporaryFolder(onTestFinished), "lost");
    cpSync(onlyRun(cwd), folder, { recursive: true });
    const [first] = fileOf(folder, "trials.jsonl").split("\n");
    writeFileSync(join(folder, "trials.jsonl"), `${first}\n`);
    writeFileSync(join(folder, "scores.jsonl"), "");
    const { code, stderr } = await dramatis(["export", folder, "--format", "csv"], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain("trials.jsonl has 1 of the 2 trials that the run ended with");
    expect(stderr).toContain("scores.jsonl has no scores: `dramatis score` makes them again");
    const compared = await dramatis(["compare", folder, onlyRun(cwd)], { cwd });
    expect({ code: compared.code, told: compared.stderr.includes("have no scorer in common") }).toEqual({
      code: 2,
      told: true,
    });
    writeFileSync(join(folder, "trials.jsonl"), "");
    const nothing = await dramatis(["compare", onlyRun(cwd), folder], { cwd });
    expect({ code: nothing.code, told: nothing.stderr.includes("has no finished trial") }).toEqual({
      code: 2,
      told: true,
    });
  });

  const sample = join(REPOSITORY, "transcripts", "sample", "run.json");
  it("and export read the shipped sample from anywhere", async ({ skip }) => {
    if (!existsSync(sample)) skip("transcripts/sample is not there yet");
    expect(await says("show", "sample")).toContain("trials planned");
    expect(jsonLines(await says("export", "sample", "--format", "openai")).length).toBeGreaterThan(0);
  });
});

describe("list", () => {
  it.for([
    ["personas", "mara-lindqvist"],
    ["scenarios", "dinner-lisbon"],
    ["assistants", "oracle"],
    ["scorers", "use.applied"],
    ["models", "openai:NAME"],
  ] as const)("%s", async ([what, word]) => {
    const lines = (await says("list", what)).trimEnd().split("\n");
    expect(lines.some((line) => line.startsWith(`${word} `))).toBe(true);
    for (const line of lines) expect(line).toMatch(/^\S+ {2,}\S/);
  });
});

describe("people of a folder that a suite names", () => {
  it("are listed with it, and shown by their id", async () => {
    const lines = (await says("list", "personas")).trimEnd().split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/^mara-lindqvist .*; in personas$/));
    const away = lines.filter((line) => line.endsWith("; in personas/core"));
    expect(away).toHaveLength(48);
    const one = away[0]?.split(" ")[0] as string;
    const page = await says("show", one);
    expect(page).toContain(`(${one})`);
    expect(page).toMatch(/^in personas\/core$/m);
  });

  it("are what a wrong id may have meant", async () => {
    const { stderr, code } = await dramatis(["show", "agnes-hadda"], { cwd });
    expect({ code, near: stderr.includes("did you mean 'agnes-haddad'?") }).toEqual({ code: 2, near: true });
  });
});

describe("schema", () => {
  it.for(Object.keys(SCHEMAS))("%s is a JSON Schema", async (name) => {
    const printed = JSON.parse(await says("schema", name));
    expect(printed.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  it("writes all, and docs/schemas is what it writes", async () => {
    const folder = join(temporaryFolder(onTestFinished), "schemas");
    await says("schema", "--write", folder);
    const names = readdirSync(folder).sort();
    expect(names).toEqual(
      Object.keys(SCHEMAS)
        .map((name) => `${name}.json`)
        .sort(),
    );
    for (const name of names)
      expect(readFileSync(join(REPOSITORY, "docs", "schemas", name), "utf8"), `${name}: npm run schemas`).toBe(
        readFileSync(join(folder, name), "utf8"),
      );
  });
});

it("a file that a run has lost is named, by whatever reads it", async () => {
  const folder = join(temporaryFolder(onTestFinished), "lost");
  cpSync(join(cwd, "transcripts", id), folder, { recursive: true });
  for (const name of ["trials.jsonl", "journal.jsonl"]) rmSync(join(folder, name));
  for (const [args, name] of [
    [["show", folder], "trials.jsonl"],
    [["export", folder, "--format", "csv"], "trials.jsonl"],
    [["run", "--replay", folder], "journal.jsonl"],
  ] as const) {
    const { code, stderr } = await dramatis(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${join(folder, name)} does not exist\n  `);
  }
});

describe("doctor", () => {
  it("tells what is there, and no key", async () => {
    const env = { OPENAI_API_KEY: "sk-very-secret", OPENAI_BASE_URL: "http://127.0.0.1:9/v1" };
    const { code, stdout, stderr } = await dramatis(["doctor"], { cwd, env });
    expect(stdout).toMatch(/^node +\d+\./m);
    expect(stdout).toMatch(/^openai: +OPENAI_API_KEY set; http:\/\/127\.0\.0\.1:9 does not answer$/m);
    expect(stdout + stderr).not.toContain("sk-very-secret");
    expect(code).toBe(0);
  });

  it("says where the config of the folder has errors, as validate does for a project's", async () => {
    const folder = temporaryFolder(onTestFinished);
    const broken = () =>
      writeFileSync(join(folder, "dramatis.config.yaml"), "schema: dramatis/config@1\ntimeout: soon\n");
    broken();
    expect((await dramatis(["doctor"], { cwd: folder })).stdout).toMatch(/^config +1 error: run/m);
    const config = join(folder, "dramatis.config.yaml");
    writeFileSync(config, "schema: dramatis/config@1\n");
    await dramatis(["init"], { cwd: folder });
    expect(await dramatis(["validate"], { cwd: folder })).toMatchObject({ code: 0 });
    broken();
    const { code, stderr } = await dramatis(["validate"], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("dramatis.config.yaml:2:10 error: timeout: is 'soon', not a number");
  });
});
