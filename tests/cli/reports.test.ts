import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { afterAll, describe, expect, it } from "vitest";
import { dramatis, NARROW } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

const cwd = temporaryFolder(afterAll);
const read = (name: string) => readFileSync(join(cwd, name), "utf8");

function suite(name: string, ...lines: string[]): string {
  const head = ["schema: dramatis/suite@1", `id: ${name}`, "personas: [mara-lindqvist]", "scenarios: [dinner-lisbon]"];
  writeFileSync(join(cwd, `${name}.suite.yaml`), [...head, ...lines, ""].join("\n"));
  return `${name}.suite.yaml`;
}

describe("the reports of a run", () => {
  it("tell which thresholds were missed, of scorers, of comparisons and of repeats", async () => {
    const path = suite(
      "bounded",
      "assistants: [{technique: generic}, {technique: oracle}]",
      "repeats: 3",
      "thresholds:",
      "  - {scorer: service.completed.pass^2, assistant: oracle, min: 0.5}",
      "  - {scorer: comparison.gain, assistant: oracle, min: 0.9}",
      "  - {scorer: comparison.specificity, assistant: oracle, min: 0}",
      "  - {scorer: misuse.leak, assistant: generic, max: 1}",
    );
    const files = ["--junit", "reports/run.xml", "--markdown", "reports/run.md"];
    const { code, stdout } = await dramatis(["run", path, "--quiet", ...files, "--scorers", "use,service"], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain("1 of 4 thresholds kept");
    expect(stdout).toMatch(/missed: comparison\.gain of oracle is \.\d\d \(1 person\); at least \.9 is asked/);
    expect(stdout).toContain(
      "comparison.specificity of oracle is unknown (the run has no comparison.specificity of oracle)",
    );
    expect(stdout).toContain("misuse.leak of generic is unknown (the run has no misuse.leak of generic)");
    const report = read("reports/run.xml");
    expect(XMLValidator.validate(report)).toBe(true);
    expect(report).toContain('<testsuites name="dramatis run" tests="4" failures="3" errors="0" skipped="0">');
    expect(report).toMatch(/name="service.completed.pass\^2 at least .5">\s*<system-out>/);
    expect(read("reports/run.md")).toMatch(
      /\| missed \| comparison\.gain \| oracle \| at least \.9 \| \.\d\d \| - \| 1 \|/,
    );
  });

  it("count trials that infrastructure failed as errors", async () => {
    const files = ["--junit", "failed.xml", "--markdown", "failed.md"];
    const { code } = await dramatis(
      ["run", ...NARROW, "--assistant", "http://127.0.0.1:9/", "--quiet", "--out", "failed", ...files],
      { cwd },
    );
    expect(code).toBe(4);
    expect(read("failed.xml")).toContain('tests="1" failures="0" errors="1" skipped="0"');
    expect(read("failed.xml")).toMatch(/<error message="network: http:\/\/127\.0\.0\.1:9\/ cannot be reached/);
    expect(read("failed.md")).toContain("infrastructure\\_error");
  });

  it("are refused before the run where they cannot be written", async () => {
    const { code, stderr } = await dramatis(["run", ...NARROW, "--junit", ".", "--out", "refused"], { cwd });
    expect(stderr).toContain("'.' is no file that a report could be written to");
    expect(code).toBe(2);
    expect(existsSync(join(cwd, "refused"))).toBe(false);
  });
});
