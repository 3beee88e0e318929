import { describe, expect, it } from "vitest";
import { companyOf } from "../src/cli/company.js";
import { planOf } from "../src/core/plan.js";
import type { Stage } from "../src/core/ports.js";
import { type Company, playTrial } from "../src/core/trial.js";
import type { Cast } from "../src/core/world.js";
import { assistantNameOf, suite } from "../src/schema/suite.js";
import { loadWorld } from "../src/store/world.js";
import { REPOSITORY } from "./support/paths.js";
import { importsOf, type Source, sources } from "./support/sources.js";

const SIBLINGS = [
  ...["graph", "models", "users", "assistants", "scorers", "store", "datasets", "reporters", "ui"],
  ...["judges", "metrics", "mutations", "populations"],
];

/** Which folders of src a folder may import from, beside itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  core: ["schema"],
  ...Object.fromEntries(SIBLINGS.map((folder) => [folder, ["schema", "core"]])),
  cli: ["schema", "core", ...SIBLINGS],
  "launcher.ts": ["cli"],
};

/** Packages that one folder keeps to itself. */
const KEPT: readonly { name: RegExp; by: readonly string[] }[] = [
  { name: /^@langchain\/langgraph/, by: ["graph"] },
  { name: /^@langchain\/openai/, by: ["models"] },
  { name: /^(@langchain\/core|langchain)/, by: ["graph", "models"] },
  { name: /^(ink|react)(\/|$)/, by: ["ui"] },
  { name: /^commander/, by: ["cli"] },
  { name: /^ml-matrix/, by: ["metrics"] },
];

/** Files whose lines are wordings rather than code. */
const WORDINGS = ["assistants/realizer/phrases.ts", "users/agenda/trimmings.ts"];
const LONGEST = 400;

const folderOf = (path: string) => path.split("/")[0] as string;

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return new URL(specifier, `file:///${path}`).pathname.slice(1);
}

function directionProblems(source: Source): string[] {
  const from = folderOf(source.path);
  const allowed = BELOW[from];
  if (!allowed) return [`${source.path}: nobody says what '${from}' may import`];
  return importsOf(source).flatMap((specifier) => {
    const target = targetOf(source.path, specifier);
    if (target !== null) {
      const to = folderOf(target);
      return to === from || allowed.includes(to) ? [] : [`${source.path} imports ${target}`];
    }
    return KEPT.some(({ name, by }) => name.test(specifier) && !by.includes(from))
      ? [`${source.path} imports ${specifier}`]
      : [];
  });
}

function hostProblems({ path, code }: Source): string[] {
  if (["cli", "launcher.ts"].includes(folderOf(path))) return [];
  return [...code.matchAll(/(?<![\w.])(?:globalThis\.)?(process|console)\s*(?:\?\.|[.[])/g)].map(
    ([, word]) => `${path} uses ${word}`,
  );
}

function fileSystemProblems(source: Source): string[] {
  if (!["core", "graph", "schema"].includes(folderOf(source.path))) return [];
  const reaching = importsOf(source).filter((name) =>
    /^(node:)?(fs|path|child_process|net|http|https|os)\b/.test(name),
  );
  return reaching.map((name) => `${source.path} imports ${name}`);
}

/** Reads of a slot's `match`: as a property, by destructuring or as a key; `text.match(…)` is a method of strings. */
function matchProblems({ path, text }: Source): string[] {
  const code = text.replace(/how: "match"/g, "");
  const reads = /\.match\b(?!\s*\()|[{,]\s*match\s*[,:}]|\[\s*["'`]match["'`]\s*\]/.test(code);
  return reads ? [`${path} reads match`] : [];
}

const planted = (path: string, text: string): Source => ({ path, text, code: text });

describe("which folder may import which", () => {
  const all = sources();

  it("finds the sources", () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.flatMap(importsOf).length).toBeGreaterThan(300);
  });

  it("is kept: schema <- core <- siblings <- cli", () => {
    expect(all.flatMap(directionProblems)).toEqual([]);
  });

  it("would be seen broken", () => {
    const wrong = [
      planted("core/a.ts", 'import { b } from "../store/b.js";'),
      planted("users/agenda/a.ts", 'import type { B } from "../../assistants/b.js";'),
      planted("scorers/a.ts", 'const b = await import("@langchain/openai");'),
      planted("elsewhere/a.ts", ""),
    ];
    expect(wrong.map((source) => directionProblems(source).length)).toEqual([1, 1, 1, 1]);
  });

  it("keeps the host (process, console) in cli", () => {
    expect(all.flatMap(hostProblems)).toEqual([]);
    expect(hostProblems(planted("ui/a.ts", "process.exit(1); console?.log(2)"))).toHaveLength(2);
  });

  it("keeps files and sockets out of core, graph and schema", () => {
    expect(all.flatMap(fileSystemProblems)).toEqual([]);
    expect(fileSystemProblems(planted("core/a.ts", 'import { readFileSync } from "node:fs";'))).toHaveLength(1);
  });

  it("has no barrel file", () => {
    const barrels = all.filter(({ path, text }) => /(^|\/)index\.tsx?$/.test(path) || /^export \* from/m.test(text));
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });
});

describe("what scorers look for", () => {
  const { world, problems } = loadWorld(REPOSITORY);

  it("is read by no player", () => {
    const players = sources().filter(({ path }) => ["users", "assistants"].includes(folderOf(path)));
    expect(players.flatMap(matchProblems)).toEqual([]);
    expect(matchProblems(planted("users/a.ts", "const { match } = slot;"))).toHaveLength(1);
    expect(matchProblems(planted("users/a.ts", "slot.values[value].match[0]"))).toHaveLength(1);
  });

  it("is looked at by what tells what the free words of a model gave away, and by nothing else", () => {
    const readers = sources().filter(
      ({ path, code }) => ["users", "assistants"].includes(folderOf(path)) && /\b[Mm]atches\b/.test(code),
    );
    expect(readers.map(({ path }) => path)).toEqual([
      "users/givenAway.ts",
      "users/guards/guarding.ts",
      "users/hybrid/kept.ts",
      "users/hybrid/unplanned.ts",
      "users/hybrid/user.ts",
      "users/llm/user.ts",
    ]);
  });

  it("is in nothing that a user or an assistant is made with", async () => {
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const everyone = suite.parse({ schema: "dramatis/suite@1", id: "all", assistants: [{ technique: "generic" }] });
    const given: unknown[] = [];
    const company = await spying(given);
    for (const planned of planOf(everyone, world))
      await playTrial({
        ...{ planned, suite: everyone, world, company, stream: () => {}, signal: AbortSignal.timeout(60_000) },
        before: [],
        arm: assistantNameOf({ technique: "generic", materials: "own", memory: "given" }),
        record: async () => {},
      });
    expect(given.length).toBe(2 * planOf(everyone, world).length);
    expect(given.flatMap((thing) => pathsTo("match", thing))).toEqual([]);
    expect(pathsTo("match", { slots: [{ match: 1 }] })).toEqual(["slots.0.match"]);
  });

  /** A company that keeps what its players are made with, and plays nothing. */
  async function spying(given: unknown[]): Promise<Company> {
    const real = await companyOf(
      { ...suite.parse({ schema: "dramatis/suite@1", id: "a", assistants: [{ technique: "generic" }] }) },
      [],
    );
    return {
      ...real,
      makeUser(role: { cast: Cast } & Parameters<Company["makeUser"]>[0]) {
        given.push(role.cast);
        return real.makeUser(role);
      },
      makeAssistant(arm, stage: Stage) {
        given.push(stage);
        return real.makeAssistant(arm, stage);
      },
      perform: async () => {},
    };
  }
});

function pathsTo(key: string, thing: unknown, at = ""): string[] {
  if (thing instanceof Map) return [...thing].flatMap(([name, value]) => pathsTo(key, value, `${at}${name}.`));
  if (thing === null || typeof thing !== "object") return [];
  return Object.entries(thing).flatMap(([name, value]) =>
    name === key ? [`${at}${name}`] : pathsTo(key, value, `${at}${name}.`),
  );
}

describe("the length of files", () => {
  const lengths = sources()
    .filter(({ path }) => !WORDINGS.includes(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .sort((one, other) => one.lines - other.lines);
  const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))]?.lines ?? 0;

  it(`is at most ${LONGEST} lines, wordings apart`, async ({ annotate }) => {
    const statistics = `${lengths.length} files: p50 ${at(0.5)}, p90 ${at(0.9)}, longest ${lengths.at(-1)?.path} with ${lengths.at(-1)?.lines}`;
    await annotate(statistics);
    expect(
      lengths.filter(({ lines }) => lines > LONGEST),
      statistics,
    ).toEqual([]);
    expect(at(0.5), statistics).toBeLessThanOrEqual(100);
  });
});
