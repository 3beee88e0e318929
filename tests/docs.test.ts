import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EXPORTERS } from "../src/datasets/registry.js";
import { WRITTEN } from "../src/schema/registry.js";
import { dramatis } from "./support/dramatis.js";
import { temporaryFolder } from "./support/folders.js";
import { REPOSITORY } from "./support/paths.js";

const page = (path: string) => readFileSync(join(REPOSITORY, path), "utf8");
const cwd = temporaryFolder(afterAll);

/** The first column of the table under a heading's first cell. */
function firstColumn(text: string, head: string): string[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head} `));
  const rows = lines.slice(start + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|")),
    )
    .map((line) => line.split("|")[1]?.trim() ?? "");
}

describe.for(["README.md", "docs/files.md", "docs/decisions.md", "examples/starter/README.md"])("%s", (path) => {
  it("names only files that are there", () => {
    const named = [
      ...page(path).matchAll(/`((?:src|docs|examples|tools|scenarios|personas|prompts|\.ci)\/[\w./-]+)`/g),
    ];
    const shown = named.map(([, name]) => name as string).filter((name) => !name.endsWith("/"));
    const missing = shown.filter((name) => !existsSync(join(REPOSITORY, name)) && !name.startsWith("scenarios/first"));
    expect(missing).toEqual([]);
  });
});

describe("README.md", () => {
  it("lists the verbs that there are", async () => {
    const { stdout } = await dramatis(["--help"], { cwd });
    const known = [...stdout.matchAll(/^ {2}([a-z]+) (?:\[| <|[a-z])?/gm)].map(([, verb]) => verb as string);
    const verbs = known.filter((verb) => verb !== "help");
    expect(verbs.length).toBeGreaterThan(5);
    expect(firstColumn(page("README.md"), "verb").map((cell) => /^`([a-z]+)/.exec(cell)?.[1])).toEqual(verbs);
  });

  it("lists the exit codes as --help does", async () => {
    const { stdout } = await dramatis(["--help"], { cwd });
    const codes = [...stdout.matchAll(/^ {2}(\d+) {2,}/gm)].map(([, code]) => code);
    expect(firstColumn(page("README.md"), "exit code")).toEqual(codes);
  });

  it("lists the export formats that there are", () => {
    const row = page("README.md")
      .split("\n")
      .find((line) => line.startsWith("| `export"));
    expect([...(row ?? "").matchAll(/`(\w+)`/g)].map(([, format]) => format)).toEqual(Object.keys(EXPORTERS));
  });

  it("shows a scorer that could be added as it stands", async () => {
    const code = /```ts\n([\s\S]*?)```/.exec(page("README.md"))?.[1] ?? "";
    const { talk } = await import(
      `data:text/javascript,${encodeURIComponent(code.replace(/^import type .*$/m, "").replace("talk: Scorer", "talk"))}`
    );
    expect(talk.score({ replies: [{ text: "two words" }, { text: "and three more" }] }).value).toBe(5);
    expect(Object.keys(talk)).toEqual(["id", "version", "tier", "direction", "meaning", "cannotSee", "score"]);
  });
});

describe("docs/decisions.md", () => {
  it("gives a reason for each package there is, and for no other", () => {
    const { dependencies, devDependencies } = JSON.parse(page("package.json"));
    const listed = (head: string) => firstColumn(page("docs/decisions.md"), head).flatMap((cell) => cell.split(", "));
    expect(listed("dependency").sort()).toEqual(Object.keys(dependencies).sort());
    expect(listed("only for development").sort()).toEqual(Object.keys(devDependencies).sort());
  });
});

describe("docs/files.md", () => {
  it("lists every kind of file that people write", () => {
    expect(firstColumn(page("docs/files.md"), "kind")).toEqual([...WRITTEN]);
  });
});

it("every first line of a shipped file points at a schema that is there", () => {
  const pages = [
    "personas/mara-lindqvist.yaml",
    "scenarios/dinner-lisbon.yaml",
    "scenarios/demo.suite.yaml",
    "examples/starter/scenarios/first.suite.yaml",
  ];
  for (const path of pages) {
    const target = /^# yaml-language-server: \$schema=(\S+)/.exec(page(path))?.[1] ?? "none";
    expect(existsSync(join(REPOSITORY, dirname(path), target)), path).toBe(true);
  }
});
