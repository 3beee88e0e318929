import { renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describe as inWords } from "../../src/store/problem.js";
import { loadWorld } from "../../src/store/world.js";
import { projectWith } from "./files.js";

/** What is said of a project after something was done to a path in it. */
function problemsAfter(change: (path: string) => void, folder: string): string[] {
  const root = projectWith();
  change(join(root, folder));
  return loadWorld(root).problems.map((problem) => inWords(problem).replaceAll(root, "ROOT"));
}

const remove = (path: string) => rmSync(path, { recursive: true });

it.each(["personas", "scenarios"])("a project without %s is told that it is missing, and nothing else", (folder) => {
  expect(problemsAfter(remove, folder)).toEqual([
    `${folder} error: is missing in ROOT (a project has personas/ and scenarios/)`,
  ]);
});

it("a folder that is a link to nowhere is not taken for an empty one", () => {
  const dangle = (path: string) => {
    renameSync(path, `${path}.away`);
    symlinkSync("nowhere", path);
  };
  expect(problemsAfter(dangle, "personas")).toEqual(["personas error: is a link that leads nowhere"]);
});

it.each(["personas", "scenarios/slots"])("a file in the place of the folder %s is told by its path", (folder) => {
  const replace = (path: string) => {
    remove(path);
    writeFileSync(path, "");
  };
  expect(problemsAfter(replace, folder)[0]).toBe(`${folder} error: is a file, not a folder`);
});
