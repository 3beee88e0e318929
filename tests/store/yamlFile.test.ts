import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checked } from "../../src/store/checked.js";
import { didYouMean, knownWords } from "../../src/store/nearest.js";
import { describe as inWords } from "../../src/store/problem.js";
import { pathText, readYaml, type YamlFile } from "../../src/store/yamlFile.js";
import { folderWith } from "./files.js";

function read(text: string | Buffer): YamlFile | string[] {
  const path = join(folderWith(), "a.yaml");
  writeFileSync(path, text);
  const file = readYaml(path, "a.yaml");
  return Array.isArray(file) ? file.map(inWords) : file;
}

function opened(text: string): YamlFile {
  const file = read(text);
  if (Array.isArray(file)) throw new Error(file.join("\n"));
  return file;
}

describe("where a part of a file stands", () => {
  const file = () =>
    opened("id: ada\nfacts:\n  - {id: diet, slot: diet}\n  - id: budget\n    slot: budget # here\nstyle: {}\n");
  const at = (...path: PropertyKey[]) => {
    const { line, column, path: where } = file().problem(path, "is odd");
    return `${line}:${column} ${where}`;
  };

  it.each<[PropertyKey[], string]>([
    [["id"], "1:5 id"],
    [["facts", 0, "slot"], "3:22 facts[0].slot"],
    [["facts", 1, "slot"], "5:11 facts[1].slot"],
    [["facts", 1], "4:5 facts[1]"],
    [["style"], "6:8 style"],
    [[], "1:1 "],
  ])("%o", (path, expected) => {
    expect(at(...path)).toBe(expected);
  });

  it("of a missing part is where what should hold it stands", () => {
    expect(at("facts", 1, "strength")).toBe("4:5 facts[1].strength");
    expect(at("facts", 7, "slot")).toBe("3:3 facts[7].slot");
    expect(at("style", "formality")).toBe("6:8 style.formality");
    expect(at("nowhere")).toBe("1:1 nowhere");
  });

  it("counts lines in files with Windows line ends, marks and letters of many bytes", () => {
    const windows = opened("\uFEFFid: ada\r\nname: Łódź 🏠\r\nslot: diet\r\n");
    expect(windows.problem(["slot"], "is odd")).toMatchObject({ line: 3, column: 7 });
  });

  it("is told in one line, as editors follow it", () => {
    const problem = file().problem(["facts", 0, "slot"], "no slot 'diet'", "there are: tone", "warning");
    expect(inWords(problem)).toBe("a.yaml:3:22 warning: facts[0].slot: no slot 'diet' (there are: tone)");
    expect(inWords({ ...problem, line: null, column: null, path: "", hint: null, severity: "error" })).toBe(
      "a.yaml error: no slot 'diet'",
    );
  });

  it("is written as a path", () => {
    expect(pathText(["sessions", 0, "probes", 2, "ask"])).toBe("sessions[0].probes[2].ask");
  });
});

describe("files that cannot be read", () => {
  it.each<[string, string | Buffer, RegExp]>([
    ["a tab", "a:\n\tb: 1", /a\.yaml:2:\d+ error: .*\(indent with spaces\)/],
    ["a key twice", "a: 1\na: 2", /a\.yaml:2:\d+ error: .*\(keep one of the two\)/],
    ["an alias to nowhere", "a: *b", /error: .*\(quote a value that starts with/],
    ["nothing", "", /error: the file is empty/],
    ["two documents", "a: 1\n---\nb: 2", /a\.yaml:2:1 error/],
    ["bytes that are no text", Buffer.from([0x61, 0x3a, 0xff, 0xfe]), /error: is not UTF-8 text/],
    ["a zero byte", "a: \u0000", /error: is not text: it holds a zero byte/],
    ["a bomb of aliases", bomb(), /a\.yaml:2:10 error: its aliases \(\*\) unfold to too much \(write them out\)/],
    ["an alias inside what it names", "a: &a\n  - *a", /a\.yaml:2:5 error: \*a stands inside &a/],
    ["two megabytes", `a: ${"x".repeat(2 * 1024 * 1024)}`, /error: has 2\.0 MB; files may have 2 MB/],
  ])("%s", (_, text, expected) => {
    expect((read(text) as string[]).join("\n")).toMatch(expected);
  });

  it("a folder, a missing file and a forbidden one", () => {
    const folder = folderWith({ "secret.yaml": "a: 1" });
    mkdirSync(join(folder, "sub"));
    const said = (name: string) => {
      const file = readYaml(join(folder, name), name);
      return Array.isArray(file) ? file.map(inWords).join() : "read";
    };
    expect(said("sub")).toBe("sub error: is a directory, not a YAML file");
    expect(said("none.yaml")).toBe("none.yaml error: does not exist");
    chmodSync(join(folder, "secret.yaml"), 0);
    expect(said("secret.yaml")).toMatch(process.getuid?.() === 0 ? /^read$/ : /cannot be read: permission denied$/);
  });
});

describe("what is no file of text", () => {
  const said = (path: string) => {
    const file = readYaml(path, "a.yaml");
    return Array.isArray(file) ? file.map(inWords) : "read";
  };

  it.skipIf(process.platform === "win32")("is refused, however long one could read from it", () => {
    const folder = folderWith();
    execFileSync("mkfifo", [join(folder, "pipe.yaml")]);
    symlinkSync("/dev/zero", join(folder, "zero.yaml"));
    for (const name of ["pipe.yaml", "zero.yaml"])
      expect(said(join(folder, name))).toEqual([
        "a.yaml error: is no ordinary file but a pipe or a device (name a file of text)",
      ]);
  });

  it("is told in plain words where it is a link in a circle, or below a file", () => {
    const folder = folderWith({ file: "" });
    symlinkSync("loop.yaml", join(folder, "loop.yaml"));
    expect(said(join(folder, "loop.yaml"))).toEqual(["a.yaml error: is a link that leads back to itself"]);
    expect(said(join(folder, "file", "a.yaml"))).toEqual(["a.yaml error: is a file, not a folder, or lies below one"]);
  });
});

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const value = level === 0 ? "x" : Array.from({ length: 9 }, () => `*l${level - 1}`).join(", ");
    return `l${level}: &l${level} [${value}]`;
  });
  return levels.join("\n");
}

describe("files that do not fit their schema", () => {
  const schema = z.strictObject({
    schema: z.literal("dramatis/thing@1").optional(),
    kind: z.enum(["small", "large"]),
    parts: z.array(z.strictObject({ name: z.string(), count: z.number().default(1) })).default([]),
  });
  const problems = (text: string) => {
    const result = checked(opened(text), schema);
    return "problems" in result ? result.problems.map(inWords) : result.data;
  };

  it("give back their data where they fit, without notes", () => {
    expect(problems("kind: small\nx-note: mine\nparts: [{name: a, x-why: so}]")).toEqual({
      kind: "small",
      parts: [{ name: "a", count: 1 }],
    });
  });

  it.each<[string, string[]]>([
    ["kind: smal", ["a.yaml:1:7 error: kind: is 'smal', not one of small, large (did you mean 'small'?)"]],
    ["kinds: small\nkind: small", ["a.yaml:1:8 error: kinds: unknown key 'kinds' (did you mean 'kind'?)"]],
    [
      "kind: small\nparts:\n  - {nam: a, name: b}",
      ["a.yaml:3:11 error: parts[0].nam: unknown key 'nam' (did you mean 'name'?)"],
    ],
    [
      "kind: small\nschema: dramatis/thing@2",
      ["a.yaml:2:9 error: schema: is 'dramatis/thing@2' (this version reads dramatis/thing@1)"],
    ],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it("name what is missing and every other fault at once", () => {
    const found = problems("parts:\n  - {count: two}") as string[];
    expect(found).toHaveLength(3);
    expect(found.join("\n")).toMatch(/kind: is '?undefined|kind: is missing/);
    expect(found.join("\n")).toMatch(/a\.yaml:2:5 error: parts\[0\]\.name: is missing/);
    expect(found.join("\n")).toMatch(/a\.yaml:2:13 error: parts\[0\]\.count: /);
  });
});

describe("the nearest word", () => {
  it("is offered where it is near, else what there is", () => {
    expect(didYouMean("vegn", ["vegan", "omnivore"])).toBe("did you mean 'vegan'?");
    expect(didYouMean("xyzzy", ["vegan"])).toBeNull();
    expect(didYouMean("vegan", [])).toBeNull();
    expect(knownWords("xyzzy", ["vegan", "omnivore"])).toBe("there are: vegan, omnivore");
    expect(
      knownWords(
        "x",
        Array.from({ length: 20 }, (_, index) => `word${index}`),
      ),
    ).toMatch(/word11, …$/);
  });
});
