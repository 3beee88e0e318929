import { afterAll, beforeAll, expect, it } from "vitest";
import { dramatis, NARROW } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const cwd = temporaryFolder(afterAll);
const ARMS = ["--assistant", "generic,oracle"];
let id = "";

beforeAll(async () => {
  const { stderr } = await dramatis(["run", "--plain", ...NARROW, ...ARMS, "--repeats", "3"], { cwd });
  id = /transcripts\/(\S+)/.exec(stderr)?.[1] ?? "";
});

const compared = (...args: string[]) => dramatis(["compare", ...args], { cwd });

it("shows two arms of a run side by side", async () => {
  const { code, stdout } = await compared(id, id, "--assistant", "oracle", "--assistant-b", "generic");
  expect(code).toBe(0);
  expect(stdout).toMatch(/use\.adherence +\.\d\d +\.\d\d +-\.\d\d/);
  expect(stdout).toContain("3 pairs of 1 persons");
});

it("is Markdown where that is asked for", async () => {
  const { stdout } = await compared(id, id, "--assistant", "oracle", "--assistant-b", "generic", "--markdown");
  expect(stdout).toMatch(/\| scorer \| before \| after \|/);
  expect(stdout).toMatch(/\| use\.adherence \| \.\d\d \| \.\d\d \| -\.\d\d \|/);
});

it.each([
  [["--assistant", "orcale"], "no arm 'orcale'"],
  [[], "a run against itself"],
  [["--assistant-b", "generic"], "--assistant-b needs --assistant"],
  [["--assistant", "oracle", "--scorers", "use.adherance"], "no scorer 'use.adherance'"],
  [["--assistant", "oracle", "--fail-on", "use.adherence:much"], "has no margin"],
])("%j: says what is wrong", async (args, said) => {
  const { code, stderr } = await compared(id, id, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
