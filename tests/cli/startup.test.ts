import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { dramatis, NARROW } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

/** What a verb loads, our own modules by path, packages by name. */
async function modulesOf(args: readonly string[]): Promise<{ own: string[]; packages: string[] }> {
  const cwd = temporaryFolder(onTestFinished);
  const log = join(cwd, "modules.txt");
  const preload = `--import=${join(REPOSITORY, "tests", "support", "recordModules.mjs")}`;
  const { code } = await dramatis(args, { cwd, env: { NODE_OPTIONS: preload, MODULES_LOG: log } });
  expect(code).toBe(0);
  const urls = readFileSync(log, "utf8").trim().split("\n");
  const packages = urls.flatMap((url) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  const own = urls.flatMap((url) => (url.includes("/node_modules/") ? [] : (/\/dist\/(.*)$/.exec(url)?.[1] ?? [])));
  return { own: [...new Set(own)].sort(), packages: [...new Set(packages)].sort() };
}

it.for([["--version"], ["--help"], ["run", "--help"], []])("loads the command line only: dramatis %s", async (args) => {
  expect(await modulesOf(args)).toEqual({
    own: [
      "cli/exitCode.js",
      "cli/invocation.js",
      "cli/main.js",
      "cli/output.js",
      "cli/runFlags.js",
      "cli/version.js",
      "launcher.js",
    ],
    packages: ["commander"],
  });
});

it("loads what a verb needs with the verb", async () => {
  const { own, packages } = await modulesOf(["list", "scenarios"]);
  expect(own).toContain("cli/commands/list.js");
  expect(packages).toEqual(expect.arrayContaining(["commander", "yaml", "zod"]));
  for (const heavy of ["@langchain/langgraph", "@langchain/openai", "ink", "react"])
    expect(packages).not.toContain(heavy);
});

it("an offline run loads no provider and, off the terminal, no screen", async () => {
  const { packages } = await modulesOf(["run", "--quiet", ...NARROW, "--assistant", "generic,oracle"]);
  for (const heavy of ["@langchain/openai", "openai", "ink", "react"]) expect(packages).not.toContain(heavy);
});
