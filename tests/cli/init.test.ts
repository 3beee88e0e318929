import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { dramatis, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe("a new working folder", () => {
  const parent = temporaryFolder(afterAll);
  const cwd = join(parent, "mine");
  beforeAll(async () => {
    const { code, stderr } = await dramatis(["init", "mine"], { cwd: parent });
    expect(stderr).toBe("\nnext: cd mine && dramatis run\n");
    expect(code).toBe(0);
  });

  it("has two people of two segments, a scenario, a suite and a page that says what they are", () => {
    const personas = readdirSync(join(cwd, "personas")).map((name) =>
      readFileSync(join(cwd, "personas", name), "utf8"),
    );
    const segments = new Set(personas.map((text) => /^segment: (.*)$/m.exec(text)?.[1]));
    expect([personas.length, segments.size]).toEqual([2, 2]);
    expect(readdirSync(join(cwd, "scenarios")).sort()).toEqual([
      ...["catalogs", "dinner-lisbon.yaml", "first.suite.yaml", "slots"],
    ]);
    expect(readFileSync(join(cwd, "README.md"), "utf8")).toContain("dramatis validate");
    expect(readdirSync(parent)).toEqual(["mine"]);
  });

  it("points every file's schema line at a schema that is there", () => {
    const yaml = filesBelow(cwd).filter((path) => path.endsWith(".yaml"));
    for (const path of yaml) {
      const target = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(path, "utf8"))?.[1];
      const schema = JSON.parse(readFileSync(join(dirname(path), target ?? "none"), "utf8"));
      expect(schema.$schema).toContain("json-schema.org");
    }
    const slots = readdirSync(join(REPOSITORY, "scenarios", "slots"));
    expect(yaml).toHaveLength(slots.length + 5);
  });

  it("has the shipped files' own lines, but for the schema line and what was done elsewhere", () => {
    for (const path of filesBelow(cwd).filter((file) => file.endsWith(".yaml") && !file.includes(".suite."))) {
      const lines = (file: string) =>
        readFileSync(file, "utf8").replace("interactions: []", "interactions:").split("\n").slice(1);
      const shipped = lines(join(REPOSITORY, path.slice(cwd.length)));
      const copied = lines(path);
      const left = shipped.filter((line) => !copied.includes(line));
      expect(left.filter((line) => !/^ {2}- \{item: /.test(line))).toEqual([]);
      expect(copied.filter((line) => !shipped.includes(line))).toEqual([]);
    }
  });

  it("is valid, without a warning", async () => {
    const { code, stdout, stderr } = await dramatis(["validate"], { cwd });
    expect(stdout).toMatch(/2 personas, 1 scenario, \d+ slots: no errors\n$/);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });

  it("runs, and what its page says to change changes what is right", async () => {
    const before = await optimumOf("before");
    const path = join(cwd, "personas", "mara-lindqvist.yaml");
    const text = readFileSync(path, "utf8");
    const changed = text.replace(/(slot: noise\n +is: )quiet/, "$1lively");
    expect(changed).not.toBe(text);
    writeFileSync(path, changed);
    expect(await optimumOf("after")).not.toEqual(before);
    expect((await dramatis(["validate"], { cwd })).code).toBe(0);
    writeFileSync(path, text);
  });

  it("is the suite that runs where none is named", async () => {
    const { stdout } = await dramatis(["run", "--dry-run"], { cwd });
    expect(stdout.trim().split("\n")).toHaveLength(24);
  });

  async function optimumOf(out: string): Promise<string[]> {
    const flags = ["--repeats", "1", "--persona", "mara-lindqvist", "--assistant", "generic", "--json", "--out", out];
    const { code, stdout } = await dramatis(["run", ...flags], { cwd });
    expect(code).toBe(0);
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    return events.find(({ type, probe }) => type === "probe" && probe.id === "friday-again").probe.optimum;
  }
});

it("names the program as it was called: by npm it is on no path of the shell", async () => {
  const parent = temporaryFolder(onTestFinished);
  const { stderr } = await dramatis(["init", "mine"], { cwd: parent, env: { npm_execpath: "npm-cli.js" } });
  expect(stderr).toBe("\nnext: cd mine && npx dramatis run\n");
  const { stdout } = await dramatis([], { cwd: parent, env: { npm_execpath: "npm-cli.js" } });
  expect(stdout.match(/^ {2}npx dramatis /gm)).toHaveLength(2);
});

describe("init in a folder that has something", () => {
  it.for(["README.md", "personas/me.yaml", "scenarios/first.suite.yaml"])(
    "refuses and writes nothing where %s would be in the way",
    async (path) => {
      const cwd = temporaryFolder(onTestFinished);
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), "mine\n");
      const { code, stdout, stderr } = await dramatis(["init"], { cwd });
      expect(stderr).toContain(`${join(cwd, path.split("/")[0] as string)} is there already`);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(filesBelow(cwd)).toEqual([join(cwd, path)]);
      expect(readFileSync(join(cwd, path), "utf8")).toBe("mine\n");
    },
  );

  it("leaves what is not in the way", async () => {
    const cwd = temporaryFolder(onTestFinished);
    writeFileSync(join(cwd, "notes.txt"), "mine\n");
    expect((await dramatis(["init", "."], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "notes.txt"), "utf8")).toBe("mine\n");
    expect(existsSync(join(cwd, "scenarios", "first.suite.yaml"))).toBe(true);
    expect(readdirSync(cwd).filter((name) => name.startsWith(".part"))).toEqual([]);
  });

  it("refuses a file by that name", async () => {
    const cwd = temporaryFolder(onTestFinished);
    writeFileSync(join(cwd, "mine"), "a file\n");
    const { code, stderr } = await dramatis(["init", "mine"], { cwd });
    expect(stderr).toContain("mine is a file, not a folder");
    expect(code).toBe(2);
  });

  it("makes folders on the way", async () => {
    const cwd = temporaryFolder(onTestFinished);
    expect((await dramatis(["init", "a/b"], { cwd })).code).toBe(0);
    expect(onlyFolder(join(cwd, "a"))).toBe("b");
  });

  const onlyFolder = (folder: string) => readdirSync(folder).join();
});

it("a run in a new folder is written there", async () => {
  const cwd = temporaryFolder(onTestFinished);
  await dramatis(["init"], { cwd });
  const { code, stdout } = await dramatis(["run", "--plain", "--repeats", "1"], { cwd });
  expect(code).toBe(0);
  expect(stdout.match(/ completed /g)?.length).toBeGreaterThan(0);
  expect(onlyRun(cwd)).toMatch(/first-\d{8}-\d{6}-[0-9a-f]{4}$/);
});
