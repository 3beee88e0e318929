import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type Run, run as runFile } from "../../src/schema/run.js";
import type { Trial } from "../../src/schema/trial.js";
import { writeNewTree } from "../../src/store/newTree.js";
import { starterFiles } from "../../src/store/starter.js";
import { dramatis, fileOf, jsonLines, onlyRun, outcomeOf, started } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";
import { WORLD } from "../support/shipped.js";

/** Takes the first thing on offer, and tells by a tool whom this file has heard of and what they said. */
const MEMORY = `
const heard: string[] = [];
export default ({ user_id }: { user_id: string }) => ({
  reply({ messages, options }: { messages: { content: string }[]; options: { id: string; name: string }[] }) {
    heard.push(user_id + ": " + messages.at(-1)?.content);
    const tool_calls = [{ name: "recall", args: { of: user_id }, result: [...new Set(heard)].length + " " + heard.at(0) }];
    const [first] = options;
    return { text: "I would take " + (first?.name ?? "a walk") + ".", ...(first ? { choice: first.id } : {}), tool_calls };
  },
});
`;

const STARTER = starterFiles(REPOSITORY, WORLD);

/** A project with two people, one scenario and a module. */
function project(code = MEMORY): string {
  const cwd = temporaryFolder(onTestFinished);
  writeNewTree(cwd, STARTER);
  mkdirSync(join(cwd, "assistants"));
  writeFileSync(join(cwd, "assistants", "mine.ts"), code);
  const arms = "[{technique: generic}, {id: mine, technique: module, model: ./assistants/mine.ts, memory: own}]";
  const suite = "schema: dramatis/suite@1\nid: ours\npersonas: [mara-lindqvist, kofi-mensah]\n";
  writeFileSync(join(cwd, "scenarios", "ours.suite.yaml"), `${suite}assistants: ${arms}\n`);
  return cwd;
}

const trialsOf = (folder: string) => jsonLines(fileOf(folder, "trials.jsonl")) as Trial[];
const headOf = (folder: string): Run => runFile.parse(JSON.parse(fileOf(folder, "run.json")));
const OURS = ["run", "ours", "--plain"];
const ALLOWED = [...OURS, "--allow-code"];

// Each of these starts the program several times, which takes long on a machine that has other work.
vi.setConfig({ testTimeout: 240_000 });

describe("code of a project", () => {
  it("is not run unless it is allowed: the file and the flag are named, and nothing is written", async () => {
    const cwd = project('import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default () => ({})');
    const { code, stderr } = await dramatis(OURS, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("this would run code of the project: assistants/mine.ts");
    expect(stderr).toContain("--allow-code");
    expect((await dramatis([...OURS, "--dry-run"], { cwd })).code).toBe(2);
    for (const verb of [["validate"], [...OURS, "--estimate"]]) expect((await dramatis(verb, { cwd })).code).toBe(0);
    expect(readdirSync(cwd)).toEqual([".dramatis", "README.md", "assistants", "personas", "scenarios"]);
  });

  it("plays where it is allowed, and parallel trials see nothing of each other's people", async () => {
    const cwd = project();
    const { code, stderr, stdout } = await dramatis([...ALLOWED, "--concurrency", "4"], { cwd });
    expect(code, stderr).toBe(0);
    const mine = trialsOf(onlyRun(cwd)).filter(({ assistant }) => assistant.technique === "module");
    expect(mine.map(({ persona }) => persona)).toEqual(["mara-lindqvist", "kofi-mensah"]);
    for (const { id, sessions, tools = [] } of mine) {
      const replies = sessions.flatMap(({ turns }) => turns).filter(({ speaker }) => speaker === "assistant");
      expect(tools.map(({ turn }) => turn)).toEqual(replies.map(({ index }) => index));
      // Had anybody else been heard, there would be more people's words than this person has said.
      for (const [place, { args, result }] of tools.entries()) {
        expect(args).toBe(JSON.stringify({ of: id }));
        expect(Number(result?.split(" ")[0])).toBeLessThanOrEqual(place + 1);
        expect(result).toContain(`${id}: `);
      }
    }
    const shown = await dramatis(["show", onlyRun(cwd).split("/").at(-1) as string, mine[0]?.id as string], { cwd });
    expect(shown.stdout).toMatch(/^ {4}\[tool recall \{"of":"mara-lindqvist/m);
    expect(stdout).toMatch(/^ mine /m);
  });

  it("stands in the run's hashes, with what it imports: changed, the run cannot go on, but be played again", async () => {
    const cwd = project(`import { word } from "./words.ts";\n${MEMORY.replace('"I would take "', "word")}`);
    const words = join(cwd, "assistants", "words.ts");
    writeFileSync(words, 'export const word = "I would take ";\n');
    expect((await dramatis(ALLOWED, { cwd })).code).toBe(0);
    const folder = onlyRun(cwd);
    expect(Object.keys(headOf(folder).files)).toEqual(
      expect.arrayContaining(["assistants/mine.ts", "assistants/words.ts"]),
    );
    appendFileSync(words, "// another\n");
    const id = folder.split("/").at(-1) as string;
    const resumed = await dramatis(["run", "--resume", id, "--retry-failed", "--allow-code"], { cwd });
    expect(resumed).toMatchObject({ code: 2, stderr: expect.stringContaining("since it began: assistants/words.ts") });

    rmSync(join(cwd, "assistants"), { recursive: true });
    const out = temporaryFolder(onTestFinished);
    const replayed = await dramatis(["run", "--replay", folder, "--plain", "--out", out], { cwd });
    expect(replayed.code, replayed.stderr).toBe(0);
    const again = join(out, readdirSync(out)[0] as string);
    for (const name of ["trials.jsonl", "scores.jsonl"]) expect(fileOf(again, name)).toBe(fileOf(folder, name));
    expect(headOf(again).files).toEqual(headOf(folder).files);
  });

  it("killed amid it, goes on only where code is allowed, and its trials from their start", async () => {
    const slow = MEMORY.replace("reply(", "async reply(").replace(
      "heard.push(",
      "await new Promise((go) => setTimeout(go, 20));\n    heard.push(",
    );
    const cwd = project(slow);
    const child = started([...ALLOWED, "--json"], { cwd });
    const outcome = outcomeOf(child);
    await expect.poll(() => answersIn(cwd), { timeout: 120_000 }).toBeGreaterThan(5);
    child.kill("SIGKILL");
    await outcome;
    const refused = await dramatis(["run", "--resume"], { cwd });
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("--allow-code") });
    const { code, stderr } = await dramatis(["run", "--resume", "--allow-code", "--plain"], { cwd });
    expect(code, stderr).toBe(0);

    const whole = project(slow);
    await dramatis(ALLOWED, { cwd: whole });
    expect(fileOf(onlyRun(cwd), "trials.jsonl")).toBe(fileOf(onlyRun(whole), "trials.jsonl"));
  });

  it("that ends the program ends its trials, never the run", async () => {
    const cwd = project("export default () => ({ reply() { process.exit(0) } })");
    const { code, stderr } = await dramatis(ALLOWED, { cwd });
    expect(code, stderr).toBe(0);
    const outcomes = trialsOf(onlyRun(cwd)).map(({ outcome, failure }) => [outcome, failure?.class ?? null]);
    expect(outcomes).toEqual([
      ...[
        ["completed", null],
        ["assistant_error", "exit"],
      ],
      ...[
        ["completed", null],
        ["assistant_error", "exit"],
      ],
    ]);
  });

  it.each([
    ["no assistant", "export const mine = 1", 2, "no default export"],
    ["TypeScript that Node cannot take out", "enum Mood { Fine }\nexport default () => Mood", 2, "no enum"],
    ["in need of a library", 'import "no-such-library"; export default () => ({})', 3, "`npm install no-such-library`"],
  ])("that is %s is refused before anything is played", async (_, text, exit, told) => {
    const cwd = project(text);
    const { code, stderr } = await dramatis(ALLOWED, { cwd });
    expect({ code, stderr }).toEqual({ code: exit, stderr: expect.stringContaining(told) });
    expect(existsSync(join(cwd, "transcripts"))).toBe(false);
  });
});

describe("--assistant with a path", () => {
  const one = ["run", "ours", "--plain", "--persona", "mara-lindqvist", "--allow-code"];

  it("is an arm by the name of its file, from wherever one is in the project", async () => {
    const cwd = project();
    const below = join(cwd, "assistants");
    const { code, stderr } = await dramatis([...one, "--assistant", "./mine.ts,generic"], { cwd: below });
    expect(code, stderr).toBe(0);
    const arm = { id: "mine", technique: "module", model: "./assistants/mine.ts", materials: "own", memory: "own" };
    expect(headOf(onlyRun(below)).assistants[0]).toEqual(arm);
  });

  it("and an export behind it is a graph", async () => {
    const cwd = project(
      "export const talker = { async invoke({ messages }: any) { return { messages: [...messages, { role: 'assistant', content: 'Osteria Melro.' }] } } }",
    );
    await dramatis([...one, "--assistant", "./assistants/mine.ts#talker"], { cwd });
    expect(headOf(onlyRun(cwd)).assistants[0]).toMatchObject({
      technique: "langgraph",
      model: "./assistants/mine.ts#talker",
    });
    expect(fileOf(onlyRun(cwd), "trials.jsonl")).toContain('"text":"Osteria Melro."');
  });
});

/** How many answers of modules the journals below a folder have so far. */
function answersIn(cwd: string): number {
  const folder = join(cwd, "transcripts");
  const [run] = existsSync(folder) ? readdirSync(folder) : [];
  if (!run || !existsSync(join(folder, run, "journal.jsonl"))) return 0;
  return fileOf(join(folder, run), "journal.jsonl").split('"type":"call"').length - 1;
}
