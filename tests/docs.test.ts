import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Key } from "ink";
import { afterAll, describe, expect, it } from "vitest";
import { TECHNIQUES } from "../src/assistants/techniques/registry.js";
import { COMPUTED } from "../src/core/estimates/computed.js";
import { EXPORTERS } from "../src/datasets/registry.js";
import { PROVIDERS } from "../src/models/registry.js";
import { config, local } from "../src/schema/config.js";
import { behaviour } from "../src/schema/persona.js";
import { WRITTEN } from "../src/schema/registry.js";
import { expectation } from "../src/schema/scenario.js";
import { settings } from "../src/schema/settings.js";
import { measure } from "../src/schema/slot.js";
import { ALL_SCORERS } from "../src/scorers/registry.js";
import { keyNames } from "../src/ui/keyNames.js";
import { KEYS } from "../src/ui/keys.js";
import { dramatis } from "./support/dramatis.js";
import { temporaryFolder } from "./support/folders.js";
import { REPOSITORY } from "./support/paths.js";

const page = (path: string) => readFileSync(join(REPOSITORY, path), "utf8");
const cwd = temporaryFolder(afterAll);

const PAGES = [
  "README.md",
  "examples/starter/README.md",
  ...readdirSync(join(REPOSITORY, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The cells of each row of the table whose first column has this head. */
function rowsOf(text: string, head: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head} `));
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const firstColumn = (text: string, head: string) => rowsOf(text, head).map(([cell]) => cell ?? "");
const backticked = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside]) => inside as string);
const flagsIn = (text: string) => [
  ...new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z0-9-]*/g)].map(([flag]) => flag)),
];

/** Every file that ships, by path; pages may leave out where it is. */
const FILES = ["src", "docs", "examples", "tools", "tests", "prompts", "personas", "scenarios", "transcripts/sample"]
  .flatMap((folder) =>
    readdirSync(join(REPOSITORY, folder), { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .concat("README.md");
const isThere = (name: string) =>
  existsSync(join(REPOSITORY, name)) || FILES.some((path) => path.endsWith(`/${name.replace(/\/$/, "")}`));

describe.for(PAGES)("%s", (path) => {
  const text = page(path);

  it("names only files that are there", () => {
    const folders = backticked(text).filter((name) =>
      /^(src|docs|examples|tools|tests|prompts|\.ci)\/[\w./-]*$/.test(name),
    );
    const files = [...text.matchAll(/(?<![\w./*>-])[\w./-]*\w\.(?:tsx?|mjs|py|md)\b/g)].map(([name]) => name);
    expect([...folders, ...files].filter((name) => !isThere(name))).toEqual([]);
  });

  it("links only to what is there", () => {
    const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target as string);
    const near = targets.filter((target) => !/^https?:/.test(target));
    expect(near.filter((target) => !existsSync(join(REPOSITORY, dirname(path), target)))).toEqual([]);
  });

  it("names only flags that there are", async () => {
    const known = await Promise.all((await verbs()).map((verb) => flagsOf(verb)));
    const flags = ["--help", "--version", ...known.flat()];
    expect(flagsIn(text).filter((flag) => !flags.includes(flag))).toEqual([]);
  });

  it("names only scorers that there are", () => {
    const prose = text.replace(/```[\s\S]*?```/g, "");
    const named = [
      ...prose.matchAll(/(?<![\w/])(?:use|misuse|memory|service|simulator|comparison|voice)\.(?!ts\b)[a-z][\w.^-]*\w/g),
    ];
    expect(named.map(([id]) => id).filter((id) => !SCORED.includes(id))).toEqual([]);
  });
});

/** What a summary has numbers of: the scorers, and what is computed from them across arms and repeats. */
const SCORED = [...ALL_SCORERS.map(({ id }) => id), ...Object.keys(COMPUTED), "service.completed.pass^k"];

const help = remembered(
  async (args: string) => (await dramatis([...args.split(" ").filter(Boolean), "--help"], { cwd })).stdout,
);
const verbs = async () => {
  const known = [...(await help("")).matchAll(/^ {2}([a-z]+) (?:\[| <|[a-z])?/gm)].map(([, verb]) => verb as string);
  return known.filter((verb) => verb !== "help");
};
const flagsOf = async (verb: string) => {
  const defined = [...(await help(verb)).matchAll(/^ {2}(--[a-z0-9-]+)/gm)].map(([, flag]) => flag as string);
  return defined.filter((flag) => flag !== "--help");
};

function remembered<T>(compute: (key: string) => T): (key: string) => T {
  const answers = new Map<string, T>();
  return (key) => {
    const answer = answers.get(key) ?? compute(key);
    answers.set(key, answer);
    return answer;
  };
}

describe("README.md", () => {
  it("lists the verbs that there are", async () => {
    const known = await verbs();
    expect(known.length).toBeGreaterThan(5);
    expect(firstColumn(page("README.md"), "verb").map((cell) => /^`([a-z]+)/.exec(cell)?.[1])).toEqual(known);
  });

  it("lists the exit codes as --help does", async () => {
    const codes = [...(await help("")).matchAll(/^ {2}(\d+) {2,}/gm)].map(([, code]) => code);
    expect(firstColumn(page("README.md"), "exit code")).toEqual(codes);
  });

  it("lists the export formats that there are", () => {
    const row = page("README.md")
      .split("\n")
      .find((line) => line.startsWith("| `export"));
    expect([...(row ?? "").matchAll(/`(\w+)`/g)].map(([, format]) => format)).toEqual(Object.keys(EXPORTERS));
  });

  it("counts the lines of the script that computes scores again", () => {
    const lines = page("examples/recompute.py").trimEnd().split("\n").length;
    expect(/(\d+) lines of Python/.exec(page("README.md"))?.[1]).toBe(String(lines));
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

describe("docs/scorers.md", () => {
  const rows = rowsOf(page("docs/scorers.md"), "family").flatMap(([family, cell = "", better = ""]) =>
    backticked(cell).map((name) => ({ id: `${family}.${name}`, better })),
  );

  it("names every scorer, and none that there is not", () => {
    const whole = SCORED.map((id) => id.replace(/\.(?:session|past|material|implied)$/, ""));
    expect(rows.map(({ id }) => id).sort()).toEqual([...new Set(whole)].sort());
  });

  it("says which way is better", () => {
    const known = new Map<string, string>([
      ...ALL_SCORERS.map(({ id, direction }) => [id, direction] as const),
      ...Object.entries(COMPUTED),
    ]);
    for (const { id, better } of rows) expect(better, id).toMatch(new RegExp(`^${known.get(id) ?? "higher"}`));
  });
});

describe("docs/models.md", () => {
  const text = page("docs/models.md");

  it("names every provider, and what it needs", () => {
    const rows = rowsOf(text, "provider").map(([id, , needs]) => [id, backticked(needs ?? "")[0] ?? null]);
    const known = Object.entries(PROVIDERS);
    expect(rows).toEqual(known.map(([id, { library }]) => [`\`${id}\``, library && `npm install ${library}`]));
    for (const [, { key }] of known) expect(text).toContain(key ?? "none");
  });

  it("names every setting, and every field of the config", () => {
    expect(firstColumn(text, "setting")).toEqual(Object.keys(settings.shape));
    const fields = firstColumn(text, "field of the config").flatMap((cell) => cell.split(", "));
    expect(fields.sort()).toEqual(
      Object.keys(config.shape)
        .filter((key) => key !== "schema")
        .sort(),
    );
    const row = rowsOf(text, "field of the config").find(([field]) => field === "local");
    expect(/`\{([^}]*)\}`/.exec(row?.[1] ?? "")?.[1]?.split(", ")).toEqual(Object.keys(local.shape));
  });
});

describe("docs/assistants.md", () => {
  it("names every technique, and none that there is not", () => {
    const named = firstColumn(page("docs/assistants.md"), "id").flatMap((cell) => cell.split(", "));
    expect(named.sort()).toEqual(Object.keys(TECHNIQUES).sort());
  });
});

describe("docs/terminal.md", () => {
  const text = page("docs/terminal.md");

  it("names every flag of run", async () => {
    expect(firstColumn(text, "flag of run").flatMap(flagsIn).sort()).toEqual((await flagsOf("run")).sort());
  });

  it("names every flag of the other verbs, beside the verb", async () => {
    const others = (await verbs()).filter((verb) => verb !== "run");
    const sentence = /^Of the other verbs:[\s\S]*?\n\n/m.exec(text)?.[0] ?? "";
    for (const verb of others)
      for (const flag of await flagsOf(verb)) expect(sentence).toMatch(new RegExp(`\`${verb}\`.*\`${flag}\``, "s"));
  });

  it("shows the keys of the screen as they are", () => {
    expect(rowsOf(text, "key")).toEqual(KEYS.map(({ shown, meaning }) => [shown, meaning]));
    const pressed = (key: "home" | "end") => keyNames("", { [key]: true } as unknown as Key);
    expect([pressed("home"), pressed("end")]).toEqual([["g"], ["G"]]);
  });
});

describe("what else is listed", () => {
  it.each([
    ["docs/users.md", "knob of `behaviour`", Object.keys(behaviour.shape)],
    ["docs/truth.md", "expectation", expectation.options],
    ["docs/truth.md", "measure", measure.options],
  ])("in %s, under %s, is what there is", (path, head, known) => {
    expect(
      firstColumn(page(path), head)
        .flatMap((cell) => cell.split(", "))
        .sort(),
    ).toEqual([...known].sort());
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
