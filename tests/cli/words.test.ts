import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
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
    [["run", "--scorers", "use.aplied"], "no scorer 'use.aplied'\n  did you mean 'use.applied'?"],
    [["run", "--user", "human"], "no user kind 'human'\n  there are: agenda, hybrid, llm"],
    [["show", "mara-lindqist"], "no persona, scenario or run 'mara-lindqist'\n  did you mean 'mara-lindqvist'?"],
    [["list", "persona"], "nothing to list by the name of 'persona'"],
    [["schema", "person"], "no schema 'person'"],
    [["export", "x", "--format", "parquet"], "no format 'parquet'\n  there are: jsonl, openai, sharegpt, csv"],
    [
      ["run", "--repeats", "many"],
      "option '--repeats <n>' argument 'many' is invalid. It must be a whole number of at least 1.",
    ],
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
    expect(stderr).toBe(
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
