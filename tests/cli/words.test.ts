import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { dramatis } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const cwd = temporaryFolder(afterAll);
const says = async (...args: string[]) => {
  const { code, stdout, stderr } = await dramatis(args, { cwd });
  return { code, stdout, stderr: stderr.trim() };
};

describe("without a verb", () => {
  it("shows two examples and where the rest is", async () => {
    const { code, stdout, stderr } = await says();
    expect(stdout.match(/^ {2}dramatis /gm)).toHaveLength(2);
    expect(stdout).toContain("dramatis --help");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("says what is taken where a flag is left out", async () => {
    const { stdout } = await says("run", "--help");
    const help = stdout.replaceAll(/\s+/g, " ");
    for (const flag of [
      "--user",
      "--model",
      "--user-model",
      "--repeats",
      "--seed",
      "--concurrency",
      "--scorers",
      "--out",
    ])
      expect(help).toMatch(new RegExp(`${flag} <[^(]*(\\([^)]*repeatable\\))?[^(]*\\(default: `));
    expect((await says("export", "--help")).stdout).toMatch(/--format <format>.*\(required\)/);
  });

  it("lists verbs and exit codes in its help", async () => {
    const { code, stdout } = await says("--help");
    for (const verb of ["init", "validate", "list", "show", "run", "export", "table", "schema", "doctor"])
      expect(stdout).toContain(`\n  ${verb} `);
    expect(stdout).toMatch(/Exit codes:\n {2}0 +fine/);
    expect(code).toBe(0);
  });
});

describe("a wrong word", () => {
  it.for([
    [["runn"], "error: unknown command 'runn'\n(Did you mean run?)"],
    [["run", "--persoan", "x"], "error: unknown option '--persoan'\n(Did you mean --persona?)"],
    [["run", "--persona", "mara-lindqvst"], "no persona 'mara-lindqvst'\n  did you mean 'mara-lindqvist'?"],
    [["run", "--persona", "mara"], "no persona 'mara'\n  did you mean 'mara-lindqvist'?"],
    [["run", "--scenario", "diner-lisbon"], "no scenario 'diner-lisbon'\n  did you mean 'dinner-lisbon'?"],
    [["run", "--assistant", "oracel"], "no assistant 'oracel'\n  did you mean 'oracle'?"],
    [["run", "--assistant", "./oracel.ts"], "--assistant: ./oracel.ts lies outside of the project's folder"],
    [["run", "--scorers", "use.aplied"], "no scorer 'use.aplied'\n  did you mean 'use.applied'?"],
    [["run", "--user", "human"], "no user kind 'human'\n  there are: agenda, hybrid, llm"],
    [["show", "mara-lindqist"], "no persona, scenario or run 'mara-lindqist'\n  did you mean 'mara-lindqvist'?"],
    [["list"], "list takes a word for what to list\n  there are: personas, scenarios"],
    [["import", "x.json"], "required option '--from <dataset>' not specified\n  `--help` behind the verb"],
    [["run", "--assistant", "foo"], "there are: generic, segment, history, bm25, oracle, omniscient, persona-prompt, "],
    [["list", "persona"], "nothing to list by the name of 'persona'"],
    [["schema", "person"], "no schema 'person'"],
    [["export", "x", "--format", "parquet"], "no format 'parquet'\n  there are: jsonl, openai, sharegpt, csv"],
    [
      ["run", "--repeats", "many"],
      "option '--repeats <n>' argument 'many' is invalid. It must be a whole number from 1 to 1000.",
    ],
    [["run", "--repeats", "99999999"], "It must be a whole number from 1 to 1000."],
    [["run", "--repeats", "0x10"], "It must be a whole number from 1 to 1000."],
    [["run", "--repeats", "1e3"], "It must be a whole number from 1 to 1000."],
    [["run", "--seed", "9007199254740992"], "It must be a whole number from -9007199254740991 to 9007199254740991."],
    [["run", "--concurrency", "0"], "It must be a whole number of at least 1."],
    [["run", "--out", ""], "It must name a folder."],
    [["run", "--user-model", "openai:x"], "--user-model is given, but no model plays the people"],
    [["run", "--assistant", "http://"], "the technique http needs its address as model"],
    [["run", "--model", "openai"], "'openai' names no model\n  models are named provider:NAME"],
    [["run", "--user", "llm", "--user-model", "openai:"], "'openai:' names no model"],
    [["run", "--pace", "fast"], "Allowed choices are off, read, slow."],
    [["run", "--assistant", "constructor"], "no assistant 'constructor'"],
    [["list", "constructor"], "nothing to list by the name of 'constructor'"],
    [["show", "constructor"], "no persona, scenario or run 'constructor'"],
    [["show", "__proto__"], "no persona, scenario or run '__proto__'"],
    [["run", "nosuch"], "no suite 'nosuch'"],
    [["table", "nosuch"], "no run 'nosuch'"],
    [["run", "--assistant", "generic,generic"], "two assistants are called 'generic'"],
  ] as const)("is answered by the nearest: %s", async ([args, message]) => {
    const { code, stdout, stderr } = await says(...args);
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(existsSync(join(cwd, "transcripts"))).toBe(false);
  });
});

describe("a model without its key", () => {
  it.for([
    ["run", "--model", "openai:x"],
    ["run", "--user", "llm", "--user-model", "openai:x"],
  ])("is told before anything is written: %s", async (args) => {
    const { code, stdout, stderr } = await says(...args);
    expect(stderr).toContain(
      "openai:x needs a key\n  set OPENAI_API_KEY (any word for a local server, with OPENAI_BASE_URL)",
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(existsSync(join(cwd, "transcripts"))).toBe(false);
  });

  it("of a provider that is not there names those that are", async () => {
    const { code, stderr } = await says("run", "--model", "acme:x");
    expect(stderr).toContain("no model provider in 'acme:x'\n  models are named openai:NAME");
    expect(code).toBe(3);
  });
});

describe("a folder without a project of its own", () => {
  const NOTICE = "no personas/ and scenarios/ here: the shipped ones are taken (`dramatis init` makes your own)";

  it("is told that the shipped one is taken", async () => {
    expect((await says("run", "--dry-run")).stderr).toBe(NOTICE);
    expect((await says("validate")).stderr).toBe(NOTICE);
  });

  it("is refused where half a project is there, for the name of the other half may be a slip", async () => {
    const half = temporaryFolder(onTestFinished);
    mkdirSync(join(half, "scenarios"));
    mkdirSync(join(half, "persona"));
    for (const args of [["run"], ["validate"], ["validate", "."], ["list", "personas"]]) {
      const { code, stderr } = await dramatis(args, { cwd: half });
      expect(stderr).toContain("personas error: is missing in ");
      expect(code).toBe(2);
    }
    expect(existsSync(join(half, "transcripts"))).toBe(false);
  });
});
