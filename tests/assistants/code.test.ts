import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Code, triedOut } from "../../src/assistants/code/assistant.js";
import { codeAt, codeFile, WORKER } from "../support/code.js";

const tried = (code: Code, timeout = 20_000) => triedOut(code, { timeout, program: WORKER });

/** Why code cannot be an assistant, and what would mend it. */
async function refused(text: string, kind: Code["kind"] = "module", name = "default", file = "mine.ts") {
  const error = await tried(codeAt(codeFile(text, file), kind, name)).then(
    () => ({ what: "nothing", message: "it can", hint: null }),
    (thrown: Error & { what?: string; hint?: string }) => thrown,
  );
  return { what: error.what, told: `${error.message} | ${error.hint}` };
}

describe("code that can be an assistant", () => {
  it.each([
    [
      "TypeScript",
      "export default ({ user_id }: { user_id: string }) => ({ reply: () => ({ text: user_id }) })",
      "mine.ts",
    ],
    ["JavaScript", "export default () => ({})", "mine.mjs"],
    ["a function that has to be waited for", "export default async function assistant() { return {} }", "mine.js"],
  ])("is %s; nobody is made for whom there is no turn yet", async (_, text, file) => {
    await expect(tried(codeAt(codeFile(text, file)))).resolves.toBeUndefined();
  });

  it("may import what stands beside it", async () => {
    const file = codeFile('import { reply } from "./other.ts"; export default () => ({ reply })');
    writeFileSync(join(dirname(file), "other.ts"), 'export const reply = () => ({ text: "Hm." });');
    await expect(tried(codeAt(file))).resolves.toBeUndefined();
  });
});

describe("code that cannot", () => {
  it.each<[string, string, RegExp]>([
    ["does not parse", "export default ( =>", /Expression expected \(line 1\)/],
    ["throws as it is loaded", 'throw new Error("not today")', /not today/],
    [
      "has TypeScript that is not only types",
      "enum Mood { Fine }\nexport default () => Mood",
      /enum.*Node only takes types out/,
    ],
    ["has no default export", "export const assistant = () => ({})", /no default export \| write export default/],
    ["exports no function", "export default { reply() {} }", /no function \| write export default/],
    ["lacks a file beside it", 'import "./nowhere.ts"; export default () => ({})', /nowhere\.ts/],
  ])("%s, and it is told what would mend it", async (_, text, told) => {
    expect(await refused(text)).toEqual({ what: "load", told: expect.stringMatching(told) });
  });

  it("needs a library that is not there", async () => {
    const text = 'import "no-such-library"; export default () => ({})';
    expect(await refused(text)).toEqual({
      what: "library",
      told: expect.stringContaining("`npm install no-such-library`"),
    });
  });

  it.each([
    ["has no export of that name", "export const agent = {}", "exports no 'graph' but agent"],
    ["exports something else than a graph", "export const graph = { nodes: [] }", "is no compiled graph"],
  ])("%s", async (_, text, told) => {
    expect(await refused(text, "langgraph", "graph")).toEqual({ what: "load", told: expect.stringContaining(told) });
  });

  it("never ends loading", async () => {
    const endless = codeAt(codeFile("await new Promise(() => setInterval(() => {}, 1000)); export default () => ({})"));
    await expect(tried(endless, 500)).rejects.toThrow("did not answer within 0.5 s");
  });

  it("ends the program as it is loaded", async () => {
    await expect(tried(codeAt(codeFile("process.exit(0)")))).rejects.toThrow("ended its own thread");
  });
});
