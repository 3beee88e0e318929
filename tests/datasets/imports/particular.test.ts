import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { matrixOf } from "../../../src/core/matrix.js";
import type { Importer } from "../../../src/datasets/imports/importer.js";
import { IMPORTERS } from "../../../src/datasets/imports/registry.js";
import { dramatis } from "../../support/dramatis.js";
import { temporaryFolder } from "../../support/folders.js";
import { REPOSITORY } from "../../support/paths.js";
import { imported, projectOf, textOf } from "./reading.js";
import { SAMPLES, type Sample } from "./rows.js";

/** The world of a sample, and what is expected at its probes once the materials are given. */
function expectedOf(name: string, rows?: readonly unknown[]) {
  const [importer, sample] = [IMPORTERS[name] as Importer, SAMPLES[name] as Sample];
  const result = imported(textOf(rows ?? sample.rows, sample, importer), sample, importer);
  const { world } = projectOf(result);
  return result.rows.map(({ persona, scenario }) => {
    if (persona === undefined || scenario === undefined) return null;
    return matrixOf(world, scenario).find((cell) => cell.persona === persona)?.expected;
  });
}

describe("what is right at an imported question", () => {
  it("memsyco: the memory gives way to evidence, is set aside for facts, and is updated", () => {
    const slot = "memsyco-memory";
    expect(expectedOf("memsyco")).toEqual([
      { [slot]: "defer", "memsyco-evidence": "default" },
      { [slot]: "ignore" },
      { [slot]: "apply" },
      { [slot]: "update" },
      { [`${slot}-1`]: "apply", [`${slot}-2`]: "apply" },
    ]);
  });

  it("prefeval: the preference is applied, told or shown", () => {
    const applied = expectedOf("prefeval").map((expected) => expected?.["prefeval-preference"]);
    expect(applied).toEqual(["apply", "apply", "apply", "apply"]);
  });

  it("longmemeval: what was said is known, and what never was calls for abstaining", () => {
    const right = expectedOf("longmemeval").map((expected) => expected?.["longmemeval-answer"]);
    expect(right).toEqual(["apply", "apply", "abstain", "apply"]);
  });

  it("longmemeval: what only the assistant said cannot be said", () => {
    const [row] = (SAMPLES.longmemeval as Sample).rows;
    const heard = { ...row, question_id: "q9", question_type: "single-session-assistant" };
    expect(expectedOf("longmemeval", [heard, row])[0]).toBeNull();
  });
});

describe("dramatis import", () => {
  const { rows, file } = SAMPLES.memsyco as Sample;

  it("writes a project that validates, with a report of what was lost", async () => {
    const cwd = temporaryFolder(onTestFinished);
    writeFileSync(join(cwd, file), [...rows, { id: "m9" }].map((row) => JSON.stringify(row)).join("\n"));
    const { code, stdout, stderr } = await dramatis(["import", file, "--from", "memsyco", "--out", "new"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:6 error: [5].task: is missing`);
    expect(stdout).toContain("6 rows, 5 imported, 0 cannot be said, 1 refused");
    const loss = JSON.parse(readFileSync(join(cwd, "new", "loss.json"), "utf8"));
    expect(loss.counts).toEqual({ rows: 6, imported: 5, unsayable: 0, refused: 1 });
    expect(loss.total).toContainEqual(expect.objectContaining({ path: "metadata", fate: "dropped", rows: 5 }));
    const valid = await dramatis(["validate"], { cwd: join(cwd, "new") });
    expect([valid.code, valid.stdout]).toEqual([0, expect.stringContaining("5 personas, 5 scenarios")]);
    const again = await dramatis(["import", file, "--from", "memsyco", "--out", "new"], { cwd });
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("is there already")]);
  });

  it("refuses a file that is missing, has no row, or comes from nowhere", async () => {
    const cwd = temporaryFolder(onTestFinished);
    writeFileSync(join(cwd, "empty.json"), "[]");
    const told = async (...args: string[]) => (await dramatis(["import", ...args], { cwd })).stderr;
    expect(await told("none.json", "--from", "lamp")).toContain("does not exist");
    expect(await told("empty.json", "--from", "prefeval")).toContain("no row that can be imported");
    expect(await told("empty.json", "--from", "elsewhere")).toContain("there are: prefeval");
    expect(readdirSync(cwd)).toEqual(["empty.json"]);
  });
});

/** Where copies of other projects' data are, outside of the repository. */
const DATA = join(REPOSITORY, "..", "shared", "data", "memsyco");

describe("the rows of MemSyco-Bench itself", () => {
  it("are all imported, and valid", async ({ skip, annotate }) => {
    if (!existsSync(DATA)) {
      await annotate(`there is no ${DATA}`);
      skip(`there is no ${DATA}`);
    }
    const names = readdirSync(DATA).filter((name) => name.endsWith(".jsonl"));
    for (const name of names) {
      const sample = { ...(SAMPLES.memsyco as Sample), file: name };
      const result = imported(readFileSync(join(DATA, name), "utf8"), sample, IMPORTERS.memsyco as Importer);
      expect(result.problems).toEqual([]);
      expect(result.rows.length).toBeGreaterThan(0);
      expect(projectOf(result).errors).toEqual([]);
    }
  });
});
