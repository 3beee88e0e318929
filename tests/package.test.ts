import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { surroundings } from "./support/dramatis.js";
import { temporaryFolder } from "./support/folders.js";
import { REPOSITORY } from "./support/paths.js";

const UNREACHABLE = /ENOTFOUND|ECONN|ETIMEDOUT|EAI_AGAIN|ENOTCACHED|ENETUNREACH|network|socket/i;

/** How whoever runs the tests reaches the package registry: npm's configuration, and certificates of their own. */
const REGISTRY = /^(NODE_EXTRA_CA_CERTS$|npm_config_(?!local_prefix))/;

const folder = temporaryFolder(afterAll);
const installed = join(folder, "installed");
const bin = join(installed, "node_modules", ".bin", "dramatis");

/** An environment with one Node first on its path. */
function withNode(node: string): Record<string, string | undefined> {
  const registry = Object.entries(process.env).filter(([name]) => REGISTRY.test(name));
  return {
    ...surroundings(),
    ...Object.fromEntries(registry),
    PATH: [dirname(node), process.env.PATH].join(delimiter),
  };
}

function run(command: string, args: readonly string[], cwd: string, node = process.execPath) {
  const finished = promisify(execFile)(command, args, { cwd, env: withNode(node), maxBuffer: 2 ** 26 });
  return finished.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

let files: string[];
let unreachable: string | null = null;

beforeAll(async () => {
  const packed = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], REPOSITORY);
  expect(packed.code, packed.stderr).toBe(0);
  const [{ filename, files: list }] = JSON.parse(packed.stdout);
  files = list.map(({ path }: { path: string }) => path);
  const flags = [
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--no-save",
    "--fetch-retries=1",
    "--fetch-timeout=20000",
  ];
  const { code, stderr } = await run(
    "npm",
    ["install", ...flags, "--prefix", installed, join(folder, filename)],
    folder,
  );
  if (code !== 0 && UNREACHABLE.test(stderr)) unreachable = "the package registry cannot be reached";
  else expect(code, stderr).toBe(0);
}, 300_000);

describe("the package", () => {
  it("has what the program reads, and nothing else", () => {
    const tops = new Set(files.map((path) => path.split("/")[0]));
    const expected = [
      "LICENSE",
      "README.md",
      "bin",
      "dist",
      "docs",
      "examples",
      "package.json",
      "personas",
      "prompts",
      "rubrics",
      "scenarios",
    ];
    expect([...tops].filter((top) => top !== "transcripts").sort()).toEqual(expected);
    expect(files.filter((path) => path.startsWith("transcripts/") && !path.startsWith("transcripts/sample/"))).toEqual(
      [],
    );
    for (const path of ["dist/launcher.js", "docs/schemas/persona.json", "examples/starter/README.md"])
      expect(files).toContain(path);
  });

  it("has every compiled module and none whose source is gone", () => {
    const modules = files.filter((path) => /^dist\/.*\.js$/.test(path));
    const gone = modules.filter((path) => {
      const source = join(REPOSITORY, path.replace(/^dist/, "src").replace(/\.js$/, ""));
      return !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`);
    });
    expect(gone).toEqual([]);
  });

  it("depends on exact versions of what can be had, not on the Node of this repository", () => {
    const { dependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync(join(REPOSITORY, "package.json"), "utf8"),
    );
    expect(optionalDependencies ?? peerDependencies).toBeUndefined();
    for (const [name, wanted] of Object.entries(dependencies))
      expect(`${name} ${wanted}`).toMatch(/^(?!dramatis).* \d+\.\d+\.\d+$/);
  });
});

describe("installed elsewhere", () => {
  it("makes a folder and runs in it", async ({ skip }) => {
    if (unreachable) skip(unreachable);
    expect(existsSync(join(installed, "node_modules", "dramatis-node"))).toBe(false);
    const made = await run(bin, ["init", "x"], installed);
    expect(made).toMatchObject({ code: 0, stderr: "\nnext: cd x && dramatis run\n" });
    const played = await run(bin, ["run", "--plain", "--repeats", "1"], join(installed, "x"));
    expect(played.stdout).toMatch(/^ oracle /m);
    expect(played.code).toBe(0);
    const checked = await run(bin, ["validate"], join(installed, "x"));
    expect(checked.code).toBe(0);
  });

  it("plays the shipped suite where there is no project", async ({ skip }) => {
    if (unreachable) skip(unreachable);
    const narrow = ["--persona", "mara-lindqvist", "--scenario", "dinner-lisbon", "--assistant", "generic"];
    const { code, stdout } = await run(bin, ["run", "--plain", ...narrow, "--out", join(folder, "runs")], installed);
    expect(stdout).toContain("mara-lindqvist.dinner-lisbon.generic.0  completed");
    expect(code).toBe(0);
  });

  it("says on an old Node, in one line, what to do", async ({ skip }) => {
    if (unreachable) skip(unreachable);
    const old = oldNode();
    if (!old) skip("there is no Node older than 22.13 on this machine");
    const { code, stdout, stderr } = await run(bin, ["--version"], installed, old);
    expect(stderr).toMatch(
      /^dramatis needs Node 22\.13 or newer; this is \d+\.\d+\.\d+\. Install a newer Node, or .*\n$/,
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
  });
});

describe("in a clone", () => {
  const places = (process.env.PATH ?? "").split(delimiter).filter((place) => !place.includes("node_modules"));
  const npx = places.map((place) => join(place, "npx")).find(existsSync);
  const env = { ...surroundings(), PATH: places.join(delimiter), npm_config_cache: join(folder, "cache") };
  const npxDramatis = (cwd: string, word: string) =>
    promisify(execFile)(npx ?? "", ["--offline", "dramatis", word], { cwd, env });

  it("npx runs the program on the Node of the repository, whatever the system's is", async ({ skip }) => {
    const own = join(REPOSITORY, "node_modules", ".bin");
    if (!npx) return skip("there is no npx outside the repository");
    const { stdout } = await npxDramatis(REPOSITORY, "doctor");
    const version = execFileSync(join(own, "node"), ["-p", "process.versions.node"], { encoding: "utf8" }).trim();
    expect(stdout).toMatch(new RegExp(`^node +${version}$`, "m"));
  });

  it("npx says that nothing is built yet, and does what it is told once it is", async ({ skip }) => {
    if (!npx) return skip("there is no npx outside the repository");
    const clone = join(folder, "clone");
    cpSync(join(REPOSITORY, "bin"), join(clone, "bin"), { recursive: true });
    const { name, version, type, bin } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8"));
    writeFileSync(join(clone, "package.json"), JSON.stringify({ name, version, type, bin }));
    const early = npxDramatis(clone, "doctor");
    await expect(early).rejects.toMatchObject({ code: 3, stderr: expect.stringContaining("npm run build") });
    mkdirSync(join(clone, "dist"));
    writeFileSync(join(clone, "dist", "launcher.js"), "process.stdout.write(process.argv[2]);");
    expect((await npxDramatis(clone, "doctor")).stdout).toBe("doctor");
  });
});

/** A Node on the path that is too old. */
function oldNode(): string | undefined {
  const candidates = (process.env.PATH ?? "").split(delimiter).map((place) => join(place, "node"));
  return candidates.filter(existsSync).find((node) => {
    const [major = 0, minor = 0] = execFileSync(node, ["-p", "process.versions.node"], { encoding: "utf8" })
      .split(".")
      .map(Number);
    return major < 22 || (major === 22 && minor < 13);
  });
}
