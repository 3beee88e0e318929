import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { companyOf } from "../../src/cli/company.js";
import { narrowed, narrowing, type RunOptions } from "../../src/cli/narrowed.js";
import { withRunFlags } from "../../src/cli/runFlags.js";
import { UsageError } from "../../src/core/errors.js";
import { assistantNameOf, type Suite, suite as suiteSchema } from "../../src/schema/suite.js";
import { item, person, scenario, world } from "../core/makers.js";
import { folderWith } from "../store/files.js";

const OPTIONS: RunOptions = { out: "transcripts", pace: "read", color: true };
const suite = (parts: object = {}): Suite =>
  suiteSchema.parse({
    ...{ schema: "dramatis/suite@1", id: "t", assistants: [{ technique: "generic" }, { technique: "history" }] },
    ...parts,
  });
const changed = (options: Partial<RunOptions>, parts: object = {}) =>
  narrowed(suite(parts), { ...OPTIONS, ...options });
const arms = (options: Partial<RunOptions>, parts: object = {}) =>
  changed(options, parts).assistants.map(assistantNameOf);
const failure = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error;
  }
};

describe("the assistants of a run", () => {
  it("are those chosen, a technique beyond the suite too", () => {
    expect(arms({ assistant: ["oracle", "generic"] }).map(({ id }) => id)).toEqual(["oracle", "generic"]);
  });

  it("behind two addresses are two", () => {
    const both = arms({ assistant: ["http://127.0.0.1:1/", "http://127.0.0.1:2/", "generic"] });
    expect(both.map(({ id, model }) => [id, model])).toEqual([
      ["http", "http://127.0.0.1:1/"],
      ["http-2", "http://127.0.0.1:2/"],
      ["generic", "offline"],
    ]);
  });

  it("are modules and graphs of the project by path, called by their files", () => {
    const root = folderWith({ "assistants/my first.ts": "", "agent.mjs": "" });
    const paths = [
      join(root, "assistants", "my first.ts"),
      `${join(root, "agent.mjs")}#`,
      `${join(root, "agent.mjs")}#two`,
    ];
    const asked = (path: string) => narrowed(suite(), { ...OPTIONS, assistant: [path] }, root).assistants;
    expect(paths.flatMap(asked)).toMatchObject([
      { id: "my-first", technique: "module", model: "./assistants/my first.ts", memory: "own" },
      { id: "agent", technique: "langgraph", model: "./agent.mjs#graph", memory: "own" },
      { id: "agent", technique: "langgraph", model: "./agent.mjs#two", memory: "own" },
    ]);
  });

  it.each([
    ["out of the project", "../mine.ts", "lies outside of the project's folder"],
    ["to nothing", "./yours.ts", "does not exist"],
    ["to something else", "./assistants", "needs its file as model"],
    ["to an export that cannot be one", "./mine.ts#a-b", "needs a file and what it exports"],
  ])("by a path that leads %s are refused", (_, path, told) => {
    const root = folderWith({ "mine.ts": "" });
    const assistant = [join(root, path)];
    expect(() => narrowed(suite(), { ...OPTIONS, assistant }, root)).toThrow(told);
  });

  it.each<[string, Partial<RunOptions>, object, string]>([
    ["named twice", { assistant: ["generic", "generic"] }, {}, "'generic'"],
    ["of one address", { assistant: ["http://a:1/", "http://a:1/"] }, {}, "'http'"],
    [
      "that differ by a model --model takes away",
      { model: "openai:y" },
      { assistants: [{ technique: "generic" }, { technique: "generic", model: "openai:x" }] },
      "'generic@openai-y'",
    ],
  ])("are refused where two become one: %s", (_, options, parts, name) => {
    const error = failure(() => arms(options, parts));
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(`two assistants are called ${name}`),
      hint: expect.stringContaining("--model"),
    });
  });

  it.each<[string, string]>([
    ["http://", "needs its address"],
    ["http://a:port/", "needs its address"],
    ["https://[::1/", "needs its address"],
    ["http://me:sesame@a:1/", "with a user name or a password would be kept in every file"],
    ["http://sesame@a:1/", "with a user name or a password would be kept in every file"],
  ])("are behind no address such as %s", (word, message) => {
    const error = failure(() => arms({ assistant: [word] }));
    expect(error).toMatchObject({ exitCode: 2, message: expect.stringContaining(message) });
    expect(String(error)).not.toContain("sesame");
  });

  it.each(["constructor", "toString", "__proto__"])("are never called %s", (word) => {
    expect(failure(() => arms({ assistant: [word] }))).toMatchObject({ message: `no assistant '${word}'` });
  });
});

describe("a budget of an arm's own", () => {
  const axis = [undefined, 100, 400].map((recall_tokens) => ({
    technique: "history",
    ...(recall_tokens ? { recall_tokens } : {}),
  }));

  it("is part of what the arm is called, so that a suite can list several", () => {
    const names = arms({}, { assistants: axis });
    expect(names.map(({ id }) => id)).toEqual(["history", "history+recall-100", "history+recall-400"]);
    expect(names.map(({ recall_tokens }) => recall_tokens)).toEqual([undefined, 100, 400]);
    expect(names[0]).not.toHaveProperty("recall_tokens");
    expect(arms({ assistant: ["history+recall-100"] }, { assistants: axis })).toEqual([names[1]]);
  });

  it("is refused twice", () => {
    expect(() => suite({ assistants: [...axis, axis[1]] })).toThrow("two assistants are called 'history+recall-100'");
  });
});

describe("what vectors come from", () => {
  it("is nothing unless it is asked for, and then what the flag or the suite says", () => {
    expect(suite().embeddings).toBe("offline");
    expect(changed({ assistant: ["dense"], embeddings: "openai:e" }).embeddings).toBe("openai:e");
    const assistants = [{ technique: "hybrid" }];
    expect(changed({}, { assistants, embeddings: "ollama:e" }).embeddings).toBe("ollama:e");
    expect(changed({ embeddings: "offline" }, { assistants, embeddings: "ollama:e" }).embeddings).toBe("offline");
  });

  it("is refused where no assistant wants any", () => {
    const error = failure(() => changed({ embeddings: "openai:e" }));
    expect(error).toMatchObject({
      ...{ exitCode: 2, message: "--embeddings is given, but no assistant asks for any" },
      hint: "add --assistant with one of recency, dense, hybrid, or leave it out",
    });
  });

  it("is opened and named only where some assistant wants it", async () => {
    const label = async (parts: object) => {
      const one = suite(parts);
      return (await companyOf(one, one.assistants.map(assistantNameOf))).label;
    };
    const rules = "user: rule-based; assistants: rule-based";
    const caution = "rule-based players measure selection, not comprehension";
    expect(await label({ embeddings: "openai:e" })).toBe(`${rules}; ${caution}`);
    expect(await label({ assistants: [{ technique: "dense" }] })).toBe(
      `${rules}; embeddings: hashed words; ${caution}`,
    );
    await expect(label({ assistants: [{ technique: "dense" }], embeddings: "openai:e" })).rejects.toThrow(
      "opened a model",
    );
  });
});

describe("numbers of the command line", () => {
  const command = () =>
    withRunFlags(new Command("run"))
      .exitOverride()
      .configureOutput({ writeErr: () => {} });
  const taken = (flag: string, value: string) => command().parse([flag, value], { from: "user" }).opts();

  it.each([
    ["--repeats", 1000],
    ["--repeats", 1],
    ["--seed", Number.MAX_SAFE_INTEGER],
    ["--seed", -5],
  ] as const)("are those that a suite may have: %s %i", (flag, value) => {
    const key = flag.slice(2);
    expect(taken(flag, String(value))).toMatchObject({ [key]: value });
    expect(changed(taken(flag, String(value)))).toMatchObject({ [key]: value });
  });

  it.each([
    ["--repeats", 1001],
    ["--repeats", 0],
    ["--seed", 2 ** 53],
  ] as const)("are not those that it may not have: %s %i", (flag, value) => {
    expect(() => taken(flag, String(value))).toThrow(CommanderError);
    expect(() => suite({ [flag.slice(2)]: value })).toThrow();
  });
});

describe("thresholds", () => {
  const thresholds = [
    { scorer: "use.applied", assistant: "generic", min: 0 },
    { scorer: "use.applied", assistant: "history", min: 1 },
  ];

  it("go with the assistants that are not played", () => {
    expect(changed({ assistant: ["history"] }, { thresholds }).thresholds).toEqual([thresholds[1]]);
  });

  it("stay with an assistant that gets another model", () => {
    const names = changed({ model: "openai:x" }, { thresholds }).thresholds.map(({ assistant }) => assistant);
    expect(names).toEqual(["generic@openai-x", "history@openai-x"]);
  });
});

describe("people and scenarios", () => {
  const dinner = scenario();
  const small = world([person([], { id: "ada" }), person([], { id: "bob" })], dinner, [item("salad")]);

  it("are those named, once", () => {
    expect(narrowing({ ...OPTIONS, persona: ["bob", "bob"], scenario: ["dinner"] }, small)).toEqual({
      personas: ["bob"],
      scenarios: ["dinner"],
    });
    expect(narrowing(OPTIONS, small)).toEqual({});
  });

  it("leave the suite, and so what is dealt, as it is", () => {
    const options = { persona: ["bob"], scenario: ["dinner"] };
    expect(changed(options, { scenarios_per_persona: 2 })).toEqual(suite({ scenarios_per_persona: 2 }));
  });
});
