import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { SCHEMAS } from "../../src/schema/registry.js";
import { run as runFile } from "../../src/schema/run.js";
import { dramatis, fileOf, jsonLines, NARROW, onlyRun, surroundings } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { PROGRAM } from "../support/paths.js";

const ARMS = ["generic", "segment", "history", "bm25", "oracle", "omniscient"];

describe("the output of a run", () => {
  it("is one line per trial and a table on stdout, and where it is on stderr", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const { code, stdout, stderr } = await dramatis(["run", "--plain", ...NARROW], { cwd });
    const [trials = "", table = ""] = stdout.split("\n\n");
    expect(trials.split("\n").map((line) => line.split(" ")[0])).toEqual(
      ARMS.map((arm) => `mara-lindqvist.dinner-lisbon.${arm}.0`),
    );
    for (const arm of ARMS) expect(table).toMatch(new RegExp(`^ ${arm} `, "m"));
    expect(stdout).toContain("rule-based players measure selection, not comprehension");
    expect(stderr).toContain(onlyRun(cwd));
    expect(code).toBe(0);
  });

  it("ends with commands that work as they stand, wherever the run is kept", async () => {
    const cwd = temporaryFolder(onTestFinished);
    for (const out of ["transcripts", "else where"]) {
      const flags = [...NARROW, "--assistant", "generic", "--out", out];
      const { stderr } = await dramatis(["run", "--quiet", ...flags], { cwd });
      const [, command = ""] = /next: dramatis (show \S+|show "[^"]+") {3}/.exec(stderr) ?? [];
      const { code, stdout } = await dramatis(command.replaceAll('"', "").split(/(?<=^show) /), { cwd });
      expect(stdout).toContain(": finished, 1 trials planned");
      expect(code).toBe(0);
    }
  });

  it("is the table only, with --quiet", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const { code, stdout } = await dramatis(["run", "--quiet", ...NARROW], { cwd });
    expect(stdout).not.toContain("mara-lindqvist.dinner-lisbon");
    expect(stdout).toMatch(/^ oracle /m);
    expect(code).toBe(0);
  });

  it("is one JSON object of a known schema a line, with --json", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const { code, stdout } = await dramatis(["run", "--json", ...NARROW, "--assistant", "generic,oracle"], { cwd });
    const lines = jsonLines(stdout) as { schema: string; type?: string }[];
    const kinds = lines.map(({ schema }) => /^dramatis\/(event|score|summary)@1$/.exec(schema)?.[1] as "event");
    expect(new Set(kinds)).toEqual(new Set(["event", "score", "summary"]));
    lines.forEach((line, index) => void SCHEMAS[kinds[index] as "event"].parse(line));
    expect(lines.filter(({ type }) => type === "trial.ended")).toHaveLength(2);
    expect(code).toBe(0);
  });

  it.for([{}, { NO_COLOR: "1" }, { FORCE_COLOR: "1", TERM: "xterm-256color", NO_COLOR: "1" }])(
    "has no escape sequence where it is no terminal: %o",
    async (env) => {
      const cwd = temporaryFolder(onTestFinished);
      const { stdout, stderr } = await dramatis(["run", ...NARROW, "--assistant", "generic"], { cwd, env });
      expect(stdout).toContain("generic");
      expect(stdout + stderr).not.toContain("\u001b");
    },
  );

  it.for([["run", "--json", ...NARROW], ["list", "scorers"], ["schema", "persona"], ["--help"]])(
    "may be cut off by a pipe that closes: %s",
    async (args) => {
      const cwd = temporaryFolder(onTestFinished);
      const command = `"$0" "$@" | head -1; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = await promisify(execFile)(
        "bash",
        ["-c", command, process.execPath, PROGRAM, ...args],
        {
          cwd,
          env: surroundings(),
        },
      );
      expect(stdout.trimEnd().split("\n").at(-1)).toBe("0");
      expect(stderr).not.toMatch(/EPIPE|Error|at /);
    },
  );

  it("is the plan alone with --dry-run", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const { code, stdout } = await dramatis(["run", "--dry-run", ...NARROW, "--repeats", "2"], { cwd });
    expect(stdout.trim().split("\n")).toHaveLength(2 * ARMS.length);
    expect(existsSync(join(cwd, "transcripts"))).toBe(false);
    expect(code).toBe(0);
  });
});

describe("the exit code of a run", () => {
  const cwd = temporaryFolder(afterAll);
  const suiteOf = (name: string, ...rest: string[]) => {
    const head = [
      "schema: dramatis/suite@1",
      `id: ${name}`,
      "personas: [mara-lindqvist]",
      "scenarios: [dinner-lisbon]",
    ];
    writeFileSync(join(cwd, `${name}.suite.yaml`), [...head, ...rest, ""].join("\n"));
    return `${name}.suite.yaml`;
  };

  it("is 1 where a threshold was missed, and 0 where it was met", async () => {
    const arms = "assistants: [{technique: generic}, {technique: oracle}]";
    const bound = (min: number) => `thresholds: [{scorer: use.adherence, assistant: oracle, min: ${min}}]`;
    const missed = await dramatis(["run", suiteOf("missed", arms, bound(1.5)), "--out", "missed"], { cwd });
    const met = await dramatis(["run", suiteOf("met", arms, bound(0)), "--out", "met"], { cwd });
    expect([missed.code, met.code]).toEqual([1, 0]);
  });

  it("is 2 where the suite is wrong, with the line of it, and nothing is written", async () => {
    const { code, stderr } = await dramatis(
      ["run", suiteOf("wrong", "assistants: [{technique: oracel}]"), "--out", "wrong"],
      { cwd },
    );
    expect(stderr).toContain(
      "wrong.suite.yaml:5:26 error: assistants[0].technique: no technique 'oracel' (did you mean 'oracle'?)",
    );
    expect(code).toBe(2);
    expect(existsSync(join(cwd, "wrong"))).toBe(false);
  });

  it("is 4 where an assistant cannot be reached, and says so", async () => {
    const { code, stdout } = await dramatis(
      ["run", ...NARROW, "--assistant", "http://127.0.0.1:9/", "--out", "unreached"],
      { cwd },
    );
    expect(stdout).toMatch(/infrastructure_error .* network: http:\/\/127\.0\.0\.1:9\/ cannot be reached/);
    expect(code).toBe(4);
  });

  it("is 4 where the disk is full: the folder says failed, and the run what happened and where it is", async ({
    skip,
  }) => {
    if (process.platform === "win32") skip("Windows has no limit on the size of files");
    const run = `ulimit -f 100; exec "$0" "$@"`;
    const args = [PROGRAM, "run", "--quiet", "--scenario", "dinner-lisbon", "--out", "full"];
    const failed = await promisify(execFile)("bash", ["-c", run, process.execPath, ...args], {
      cwd,
      env: surroundings(),
    }).catch((error: { code: number; stderr: string }) => error);
    const [folder = ""] = readdirSync(join(cwd, "full"));
    expect(failed).toMatchObject({ code: 4 });
    expect(failed.stderr).toMatch(/^the run broke: EFBIG.*\n {2}what was written before is in /m);
    expect(failed.stderr).toContain(join(cwd, "full", folder));
    const kept = runFile.parse(JSON.parse(fileOf(join(cwd, "full", folder), "run.json")));
    expect(kept).toMatchObject({ status: "failed", exit_code: 4, ended: expect.any(String) });
  });

  it("is 2 where no folder can be made for the run", async () => {
    writeFileSync(join(cwd, "taken"), "a file");
    const { code, stderr } = await dramatis(["run", ...NARROW, "--out", "taken"], { cwd });
    expect(stderr).toMatch(/^no run folder can be made: .*\n {2}name another place with --out\n$/m);
    expect(code).toBe(2);
  });

  it("is 6 where the simulated user understands nothing", async () => {
    const server = createServer((_, response) => void response.end('{"text": "Zxcv qwrt."}'));
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { code, stdout } = await dramatis(["run", ...NARROW, "--assistant", address, "--out", "misheard"], { cwd });
    expect(stdout).toContain("simulator_error");
    expect(code).toBe(6);
  });
});

describe("a run of one person", () => {
  it("plays what that person plays in the whole suite", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const plan = async (...flags: string[]) => (await dramatis(["run", "--dry-run", ...flags], { cwd })).stdout;
    const whole = (await plan()).split("\n").filter((id) => id.startsWith("leo-brandt."));
    expect((await plan("--persona", "leo-brandt")).trim().split("\n")).toEqual(whole);
  });

  it("plays a scenario that is asked for, dealt or not", async () => {
    const cwd = temporaryFolder(onTestFinished);
    const flags = ["--persona", "leo-brandt", "--assistant", "generic"];
    const { stdout: dealt } = await dramatis(["run", "--dry-run", ...flags], { cwd });
    const { stdout: scenarios } = await dramatis(["list", "scenarios"], { cwd });
    const other = scenarios.split("\n").find((line) => !dealt.includes(`.${line.split(" ")[0]}.`)) ?? "";
    const asked = other.split(" ")[0] as string;
    const { stdout } = await dramatis(["run", "--dry-run", ...flags, "--scenario", asked], { cwd });
    expect(stdout).toBe(`leo-brandt.${asked}.generic.0\n`);
  });
});

describe("a run folder", () => {
  it("says what was asked, of which files, and how it ended", async () => {
    const cwd = temporaryFolder(onTestFinished);
    await dramatis(["run", "--quiet", ...NARROW, "--seed", "7", "--assistant", "generic"], { cwd });
    const run = runFile.parse(JSON.parse(fileOf(onlyRun(cwd), "run.json")));
    expect(run).toMatchObject({ seed: 7, status: "finished", exit_code: 0 });
    expect(Object.values(run.counts)).toEqual([1]);
    expect(run.plan.map(({ id }) => id)).toEqual(["mara-lindqvist.dinner-lisbon.generic.0"]);
    expect(run.files["personas/mara-lindqvist.yaml"]).toMatch(/^[0-9a-f]{64}$/);
    expect(onlyRun(cwd)).toMatch(/demo-\d{8}-\d{6}-[0-9a-f]{4}$/);
  });
});
