import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { comparison } from "../../src/schema/comparison.js";
import { dramatis, jsonLines, NARROW } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const cwd = temporaryFolder(afterAll);
const ARMS = ["--assistant", "generic,oracle"];
let id = "";
let other = "";

async function play(...args: string[]): Promise<string> {
  const { stderr } = await dramatis(["run", "--plain", ...NARROW, ...ARMS, ...args], { cwd });
  return /transcripts\/(\S+)/.exec(stderr)?.[1] ?? "";
}

beforeAll(async () => {
  id = await play("--repeats", "3");
  other = await play("--repeats", "3", "--seed", "2");
});

const compared = (...args: string[]) => dramatis(["compare", ...args], { cwd });
const asJson = async (...args: string[]) =>
  jsonLines((await compared(...args, "--json")).stdout).map((line) => comparison.parse(line));

it("shows two arms of a run side by side, primary endpoints first", async () => {
  const { code, stdout } = await compared(id, id, "--arms", "oracle=generic");
  expect(code).toBe(0);
  expect(stdout).toMatch(/use\.adherence ↑ +\.\d\d +\.\d\d +-\.\d\d/);
  expect(stdout).toMatch(/^ primary[\s\S]*misuse\.leak[\s\S]*^ exploratory[\s\S]*use\.adherence/m);
  expect(stdout).toContain("3 pairs of 1 person.");
  expect(stdout).toContain("rule-based players measure selection, not comprehension");
});

it("compares every arm that two runs share, and only arms that are named", async () => {
  const names = (found: Awaited<ReturnType<typeof asJson>>) =>
    found.map(({ before, after }) => [before.assistant, after.assistant]);
  expect(names(await asJson(id, id))).toEqual([
    ["generic", "generic"],
    ["oracle", "oracle"],
  ]);
  expect(names(await asJson(id, id, "--arms", "oracle", "--arms", "generic=oracle"))).toEqual([
    ["oracle", "oracle"],
    ["generic", "oracle"],
  ]);
});

it("finds a run the same as itself", async () => {
  for (const { scorers, pairs } of await asJson(id, id)) {
    expect(pairs).toBe(3);
    const known = scorers.filter(({ pairs: some }) => some > 0);
    expect(known.length).toBeGreaterThan(10);
    expect([...new Set(known.map(({ verdict }) => verdict))]).toEqual(["same"]);
  }
});

it("takes trials with another seed for no pairs, and says so", async () => {
  const { code, stdout, stderr } = await compared(id, other, "--arms", "oracle");
  expect(stderr).toContain("not the same: seed 1 and 2");
  expect(stdout).toContain("0 pairs of 0 persons; 3 left out, for they were played with another seed.");
  expect(stdout).toContain("misuse.leak is unknown: no pair.");
  expect(code).toBe(0);
});

describe("--fail-on", () => {
  it("does not fail where one person is too few for any verdict, though all got worse", async () => {
    const { code, stdout } = await compared(id, id, "--arms", "oracle=generic", "--fail-on", "any");
    expect(stdout).toMatch(/use\.adherence .*unclear \(few\)/);
    expect(code).toBe(0);
  });

  it("fails where what it bounds is unknown", async () => {
    const { code, stderr } = await compared(id, other, "--arms", "oracle", "--fail-on", "use.adherence");
    expect(stderr).toContain("use.adherence of oracle: unknown: no pair");
    expect(code).toBe(1);
  });

  it("fails where nothing could be compared, in the report for CI, too", async () => {
    const report = ["--fail-on", "any", "--junit", "apart.xml"];
    const { code, stderr } = await compared(id, other, "--arms", "oracle", ...report);
    expect(stderr).toContain("any of oracle: no pair, so nothing was compared");
    expect(readFileSync(join(cwd, "apart.xml"), "utf8")).toMatch(/failures="1"/);
    expect(code).toBe(1);
  });
});

it("writes Markdown and JUnit beside the tables", async () => {
  const { stdout } = await compared(
    id,
    id,
    "--arms",
    "oracle=generic",
    "--markdown",
    "page.md",
    "--junit",
    "ci/report.xml",
  );
  expect(stdout).toContain("use.adherence");
  const page = readFileSync(join(cwd, "page.md"), "utf8");
  expect(page).toMatch(/\| exploratory \| before \| after \|/);
  expect(page).toMatch(/\| use\.adherence ↑ \| \.\d\d \| \.\d\d \| -\.\d\d \|/);
  const report = readFileSync(join(cwd, "ci", "report.xml"), "utf8");
  expect(XMLValidator.validate(report)).toBe(true);
  expect(report).toMatch(/<testcase classname="exploratory" name="use.adherence">\s*<system-out>before \.\d\d, after/);
});

it("narrows to scorers and families", async () => {
  const [found] = await asJson(id, id, "--arms", "oracle", "--scorers", "use.veto,service");
  const families = found?.scorers.map(({ scorer }) => scorer.split(".")[0]);
  expect(new Set(families)).toEqual(new Set(["use", "service"]));
  expect(found?.scorers.filter(({ scorer }) => scorer.startsWith("use")).map(({ scorer }) => scorer)).toEqual([
    "use.veto",
  ]);
});

it.each([
  [["--arms", "orcale"], "no arm 'orcale'"],
  [["--arms", "oracle=a=b"], "names no two arms"],
  [["--scorers", "use.adherance"], "no scorer 'use.adherance'"],
  [["--fail-on", "use.adherence:much"], "has no size"],
  [["--fail-on", "use.adherence:-1"], "has no size"],
  [["--fail-on", "use.adherance"], "nothing to compare for 'use.adherance'"],
  [["--fail-on", "use.mentioned"], "use.mentioned cannot get worse"],
  [["--markdown", "."], "is no file"],
])("%j: says what is wrong", async (args, said) => {
  const { code, stderr } = await compared(id, id, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(said);
});
