import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { dramatis } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

const GOOD = `schema: dramatis/persona@1
id: zoe
name: Zoë Łuczak-Ñandú
segment: testers
style: {words_per_turn: [4, 18], formality: 0.3}
provenance: {source: hand-written, license: MIT, synthetic: true}
`;

/** Nine of nine of nine …: a few lines that would unfold to millions. */
const BOMB = ["schema: dramatis/persona@1", "x-a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
  .concat(
    [..."bcdefghi"].map((name, index) => `x-${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join(", ")}]`),
  )
  .join("\n");

const cwd = temporaryFolder(afterAll);

type Row = readonly [name: string, content: string | Buffer | null, message?: string];

const FINE: readonly Row[] = [
  ["plain", GOOD],
  ["with a byte order mark", `\uFEFF${GOOD}`],
  ["with the line ends of Windows", GOOD.replaceAll("\n", "\r\n")],
  ["with both", `\uFEFF${GOOD.replaceAll("\n", "\r\n")}`],
  [
    "with dates and noes as they stand",
    `${GOOD}documents: [{id: d, kind: no, date: 2026-02-28, split: given, text: yes}]\n`,
  ],
];

/** What is wrong with a file, and what its writer is told after the file's name. */
const WRONG: readonly Row[] = [
  ["empty", "", " error: the file is empty (start with `schema: dramatis/persona@1` or see `dramatis init`)"],
  ["only a comment", "# soon\n", " error: the file is empty"],
  ["binary", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), " error: is not text: it holds a zero byte"],
  ["not UTF-8", Buffer.from("name: caf\xe9\n", "latin1"), " error: is not UTF-8 text"],
  [
    "far too large",
    "a: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(280_000),
    "has 10.4 MB; files may have 2 MB (split it",
  ],
  ["an alias bomb", BOMB, ":3:10 error: its aliases (*) unfold to too much (write them out)"],
  [
    "one that holds itself",
    `${GOOD}facts: &facts [*facts]\n`,
    ":7:16 error: *facts stands inside &facts (write out what is meant)",
  ],
  [
    "one that goes deep",
    `${GOOD}facts: ${"[".repeat(500)}${"]".repeat(500)}\n`,
    ":7:71 error: is nested more than 64 levels deep (write it flatter)",
  ],
  [
    "one that goes deeper than anyone reads",
    `${GOOD}facts: ${"[".repeat(50_000)}`,
    " error: is nested too deeply (write it flatter)",
  ],
  ["UTF-16", Buffer.from(`\uFEFF${GOOD}`, "utf16le"), " error: is UTF-16 text (save it as UTF-8 text)"],
  [
    "indented by tabs",
    "schema: dramatis/persona@1\nstyle:\n\tformality: 1\n",
    ":3:1 error: Tabs are not allowed as indentation (indent with spaces)",
  ],
  ["with a key given twice", `${GOOD}name: Other\n`, ":7:1 error: 'name' is given twice (keep one of the two)"],
  ["with a bracket left open", `${GOOD}facts: [{id: a\n`, ":8:1 error: what opened with { has no } before here"],
  ["of two documents", `${GOOD}---\n${GOOD}`, ":7:1 error: a second document starts here"],
  ["without a schema", GOOD.replace(/^.*\n/, ""), ":1:1 error: schema: is missing (there are: dramatis/persona@1, "],
  [
    "of a version to come",
    GOOD.replace("@1", "@2"),
    ":1:9 error: schema: is 'dramatis/persona@2' (this version reads dramatis/persona@1)",
  ],
  [
    "of a kind there is not",
    GOOD.replace("persona@1", "persno@1"),
    ":1:9 error: schema: is 'dramatis/persno@1' (did you mean 'dramatis/persona@1'?)",
  ],
  [
    "of a kind by the name of what every object has",
    GOOD.replace("persona@1", "constructor@1"),
    ":1:9 error: schema: is 'dramatis/constructor@1' (there are: dramatis/persona@1, ",
  ],
  ["whose schema is a mapping", "schema: {toString: 1}\n", ":1:9 error: schema: is a mapping (there are: dramatis/"],
  ["whose schema is an empty mapping", "schema: {}\n", ":1:9 error: schema: is a mapping (there are: dramatis/"],
  ["whose schema is no number", "schema: .nan\n", ":1:9 error: schema: is not a number (.nan) (there are: dramatis/"],
  ["that extends a mapping", `${GOOD}extends: [{toString: 1}]\n`, ":7:11 error: extends[0]: is a mapping, not text"],
  ["that is a word", "hello\n", ":1:1 error: is not a mapping"],
  [
    "whose id leaves its folder",
    GOOD.replace("id: zoe", "id: ../../x"),
    ":2:5 error: id: is '../../x'; an id is made of letters, digits",
  ],
  [
    "whose id is absolute",
    GOOD.replace("id: zoe", "id: /etc/passwd"),
    ":2:5 error: id: is '/etc/passwd'; an id is made of",
  ],
  [
    "whose id has letters no file name is sure of",
    GOOD.replace("id: zoe", "id: zoë"),
    ":2:5 error: id: is 'zoë'; an id is made of letters, digits",
  ],
  [
    "with a key nobody knows",
    `${GOOD}behavior:\n  patience: 3\n`,
    ":7:1 error: behavior: unknown key 'behavior' (did you mean 'behaviour'?)",
  ],
  ["with a key of a program", `${GOOD}__proto__: {id: x}\n`, "error: __proto__: unknown key '__proto__'"],
  ["with a mapping for a key", `${GOOD}? {a: 1}\n: 1\n`, "unknown key '{ a: 1 }'"],
  [
    "with a day that is not",
    `${GOOD}documents: [{id: d, kind: mail, date: 2026-02-30, split: given, text: hi}]\n`,
    ":7:39 error: documents[0].date: there is no such day",
  ],
  [
    "with control characters in a value",
    GOOD.replace("id: zoe", 'id: "\\e[31mred"'),
    ":2:5 error: id: is 'red'; an id is made of",
  ],
  [
    "with a name that turns the direction of writing",
    GOOD.replace(/^name: .*/m, 'name: "Ko\\u202Efi"'),
    ":3:7 error: name: a name is one line without control characters, zero-width marks or marks that turn",
  ],
  [
    "with a name that controls terminals",
    GOOD.replace(/^name: .*/m, 'name: "Kofi \\e[31m\\u0000"'),
    ":3:7 error: name: a name is one line without control characters",
  ],
  [
    "with a name of two lines",
    GOOD.replace(/^name: .*/m, 'name: "Kofi\\nerror: none"'),
    ":3:7 error: name: a name is one line",
  ],
  [
    "with less patience than none",
    `${GOOD}behaviour: {patience: -3}\n`,
    ":7:23 error: behaviour.patience: is -3; it must be at least 1",
  ],
  [
    "with more acts than fit into a turn",
    `${GOOD}behaviour: {initiative: [1, 1.0e9]}\n`,
    ":7:29 error: behaviour.initiative[1]: is 1000000000; it must be at most 10",
  ],
  [
    "with fewer acts than one",
    `${GOOD}behaviour: {initiative: [-5, 2]}\n`,
    ":7:26 error: behaviour.initiative[0]: is -5; it must be at least 1",
  ],
  [
    "with a chance over one",
    `${GOOD}behaviour: {disclosure: [7, 9]}\n`,
    "error: behaviour.disclosure[0]: is 7; it must be at most 1",
  ],
  [
    "with a range from high to low",
    `${GOOD}behaviour: {corrects: [0.9, 0.1]}\n`,
    "error: behaviour.corrects: a range is [low, high] with low not above high",
  ],
  [
    "with turns of fewer words than one",
    GOOD.replace("[4, 18]", "[-9, -1]"),
    ":5:26 error: style.words_per_turn[0]: is -9; it must be at least 1",
  ],
  [
    "with turns of more words than anyone says",
    GOOD.replace("[4, 18]", "[4, 1.0e9]"),
    ":5:29 error: style.words_per_turn[1]: is 1000000000; it must be at most 500",
  ],
  ["not there", null, " error: does not exist"],
];

/** What `validate` says of all files of a table in one go. Nothing is written, and nothing breaks. */
async function judged(rows: readonly Row[]) {
  const folder = temporaryFolder(afterAll);
  const names = rows.map((_, index) => `file-${index}.yaml`);
  rows.forEach(
    ([, content], index) => void (content === null || writeFileSync(join(folder, names[index] ?? ""), content)),
  );
  const before = readdirSync(folder, { recursive: true });
  const { code, stdout, stderr } = await dramatis(["validate", ...names], { cwd: folder });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  expect(stderr).not.toMatch(/\n +at |Error:|Warning/);
  const lines = stderr.trim().split("\n");
  return {
    code,
    stdout,
    said: names.map((name) => lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length))),
  };
}

it("files that are fine are taken as they are", async () => {
  const { code, stdout, said } = await judged(FINE);
  expect(said).toEqual(FINE.map(() => []));
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${FINE.length} files: no errors\n` });
});

describe("a file that is not fine", () => {
  let verdict: Awaited<ReturnType<typeof judged>>;
  beforeAll(async () => {
    verdict = await judged(WRONG);
  });

  it.for(WRONG.map((row, index) => [...row, index] as const))("%s", async ([, , message, index]) => {
    const [first = ""] = verdict.said[index as number] ?? [];
    expect(first).toContain(message);
  });

  it("ends the program with exit code 2 and a count", () => {
    expect(verdict.stdout).toMatch(new RegExp(`^${WRONG.length} files: \\d+ errors\n$`));
    expect(verdict.code).toBe(2);
  });

  it("may be a folder", async () => {
    mkdirSync(join(cwd, "folder.yaml"));
    const { code, stderr } = await dramatis(["validate", "folder.yaml"], { cwd });
    expect(stderr).toBe("folder.yaml error: is a directory, not a YAML file\n");
    expect(code).toBe(2);
  });

  it("is told as data with --json", async () => {
    writeFileSync(join(cwd, "me.yaml"), GOOD.replace("0.3", "very"));
    const { code, stdout, stderr } = await dramatis(["validate", "--json", "me.yaml"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "dramatis/validation@1",
      problems: [
        { file: "me.yaml", line: 5, path: "style.formality", message: "is 'very', not a number", severity: "error" },
      ],
    });
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
  });
});

describe("a project", () => {
  const project = join(cwd, "project");
  beforeAll(async () => {
    await dramatis(["init", "project"], { cwd });
  });

  async function changed(path: string, change: (text: string) => string) {
    const copy = temporaryFolder(onTestFinished);
    cpSync(project, copy, { recursive: true });
    const before = readFileSync(join(copy, path), "utf8");
    writeFileSync(join(copy, path), change(before));
    expect(readFileSync(join(copy, path), "utf8")).not.toBe(before);
    const checked = await dramatis(["validate"], { cwd: copy });
    const played = await dramatis(["run"], { cwd: copy });
    expect(existsSync(join(copy, "transcripts"))).toBe(false);
    expect([checked.code, played.code]).toEqual([2, 2]);
    expect(played.stderr).toContain("nothing was written");
    const errors = checked.stderr
      .trim()
      .split("\n")
      .filter((line) => line.includes(" error: "));
    expect(played.stderr.trim().split("\n").slice(0, errors.length)).toEqual(errors);
    return errors;
  }

  it.for([
    [
      "a slot that is not",
      "personas/mara-lindqvist.yaml",
      "slot: noise",
      "slot: niose",
      /^personas\/mara-lindqvist\.yaml:\d+:\d+ error: facts\[\d+\]\.slot: no slot 'niose' \(did you mean 'noise'\?\)$/,
    ],
    [
      "a value that is not",
      "personas/mara-lindqvist.yaml",
      "is: quiet",
      "is: quite",
      /: facts\[\d+\]\.is: 'quite' is no value of slot 'noise' \(did you mean 'quiet'\?\)$/,
    ],
    [
      "an item that is not",
      "personas/mara-lindqvist.yaml",
      "item: osteria-melro",
      "item: osteria-merlo",
      /: interactions\[0\]\.item: no item 'osteria-merlo' in any catalog \(did you mean 'osteria-melro'\?\)$/,
    ],
    [
      "a catalog that is not",
      "scenarios/dinner-lisbon.yaml",
      "catalog: dinner-lisbon",
      "catalog: diner-lisbon",
      /^scenarios\/dinner-lisbon\.yaml:\d+:\d+ error: catalog: no catalog 'diner-lisbon' \(did you mean 'dinner-lisbon'\?\)$/,
    ],
    [
      "a technique that is not",
      "scenarios/first.suite.yaml",
      "technique: bm25",
      "technique: bm52",
      /^scenarios\/first\.suite\.yaml:\d+:\d+ error: assistants\[2\]\.technique: no technique 'bm52' \(did you mean 'bm25'\?\)$/,
    ],
    [
      "a session that is not",
      "scenarios/dinner-lisbon.yaml",
      "told: s2",
      "told: s3",
      /: sessions\[1\]\.drift\[0\]\.told: no session 's3'/,
    ],
  ] as const)("that names %s", async ([, path, right, wrong, message]) => {
    const errors = await changed(path, (text) => text.replace(right, wrong));
    expect(errors[0]?.replace(/^.*?(scenarios\/first)/, "$1")).toMatch(message);
    expect(errors).toHaveLength(1);
  });

  it("with one broken vocabulary says what is broken, not all that misses it", async () => {
    const errors = await changed("scenarios/slots/shared.yaml", (text) =>
      text.replace("type: ordinal", "type: ordnial"),
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(
      /^scenarios\/slots\/shared\.yaml:\d+:\d+ error: \[0\]\.type: is 'ordnial', not one of .* \(did you mean 'ordinal'\?\)$/,
    );
  });

  it("with two people of one id says where both are", async () => {
    const errors = await changed("personas/kofi-mensah.yaml", (text) =>
      text.replace("id: kofi-mensah", "id: mara-lindqvist"),
    );
    expect(errors[0]).toContain("the persona 'mara-lindqvist' is also in personas/kofi-mensah.yaml");
  });

  it("as it is shipped has no error, and prints what is expected of whom and what there is to gain", async () => {
    const { code, stdout } = await dramatis(["validate", REPOSITORY], { cwd });
    expect(stdout).toMatch(/dinner-lisbon: expected at free-day \| couvert/);
    expect(stdout).toMatch(/^ +most +random +for all segment +person +gain$/m);
    expect(stdout).toMatch(/personas, \d+ scenarios, \d+ slots: no errors/);
    expect(code).toBe(0);
  });
});
