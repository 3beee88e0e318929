import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeHashes } from "../../src/store/codeFiles.js";
import { describe as inWords } from "../../src/store/problem.js";
import { loadSuite } from "../../src/store/suite.js";
import { loadWorld } from "../../src/store/world.js";
import { folderWith, projectWith } from "./files.js";

const SUITE = "scenarios/one.suite.yaml";

/** What is wrong with a suite with this assistant, in a project with a module, a link out of it and a folder called as one. */
function problems(assistant: string): string[] {
  const text = `schema: dramatis/suite@1\nid: one\nassistants: [${assistant}]\n`;
  const root = projectWith({ [SUITE]: text, "assistants/mine.ts": "", "assistants/agent.js": "" });
  symlinkSync(join(folderWith({ "theirs.ts": "" }), "theirs.ts"), join(root, "assistants", "linked.ts"));
  symlinkSync(join(root, "assistants", "mine.ts"), join(root, "assistants", "same.ts"));
  mkdirSync(join(root, "assistants", "folder.ts"));
  const words = { techniques: ["module", "langgraph"], scorers: [], scorerWords: [], judges: [], root };
  const read = loadSuite(join(root, SUITE), loadWorld(root).world, words, "one.suite.yaml");
  return "problems" in read ? read.problems.map(inWords) : [];
}

describe("code that a suite names", () => {
  it.each([
    "{technique: module, model: ./assistants/mine.ts}",
    "{technique: module, model: assistants/same.ts}",
    "{technique: langgraph, model: ./assistants/agent.js}",
    '{technique: langgraph, model: "./assistants/agent.js#two"}',
  ])("may be %s", (assistant) => {
    expect(problems(assistant)).toEqual([]);
  });

  it.each([
    ["is missing", "{technique: module, model: ./yours.ts}", "yours.ts does not exist (paths of code begin in "],
    ["leads out by a link", "{technique: module, model: ./assistants/linked.ts}", "leads out of the project's folder"],
    ["is a folder", "{technique: module, model: ./assistants/folder.ts}", "is no file"],
    ["leads up", "{technique: module, model: ./../mine.ts}", "needs its file as model"],
    ["leads up on the way", "{technique: module, model: ./a/../../mine.ts}", "needs its file as model"],
    ["begins at the top", "{technique: module, model: /mine.ts}", "needs its file as model"],
    ["is no code", "{technique: module, model: ./mine.py}", "needs its file as model"],
    ["is left out", "{technique: module}", "needs its file as model"],
    ["has an export", '{technique: module, model: "./assistants/mine.ts#two"}', "needs its file as model"],
    [
      "has no name for one",
      '{technique: langgraph, model: "./assistants/agent.js#a b"}',
      "needs a file and what it exports",
    ],
  ])("%s: an error with its line", (_, assistant, told) => {
    const [problem = "", ...others] = problems(assistant);
    expect(others).toEqual([]);
    expect(problem).toMatch(/^one\.suite\.yaml:3:\d+ error: assistants\[0\]/);
    expect(problem).toContain(told);
  });
});

describe("the hashes of code", () => {
  it("are those of a file and of all that it imports from beside it", () => {
    const root = folderWith({
      "a/mine.ts": 'import { b } from "./b.ts"; import "node:fs"; import x from "library"; export * from "../c.js";',
      "a/b.ts": "import './mine.ts'; const d = await import('../d.mjs');",
      "c.js": 'import "../outside.js"; import "./gone.js";',
      "d.mjs": "",
      "e.ts": "",
    });
    const before = codeHashes(root, ["a/mine.ts"]);
    expect(Object.keys(before)).toEqual(["a/b.ts", "a/mine.ts", "c.js", "d.mjs"]);
    writeFileSync(join(root, "d.mjs"), "// another");
    const after = codeHashes(root, ["a/mine.ts"]);
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(["d.mjs"]);
    expect(codeHashes(root, ["gone.ts"])).toEqual({});
  });
});
