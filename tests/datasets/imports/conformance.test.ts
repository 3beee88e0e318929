import { describe, expect, it } from "vitest";
import { importedSuite } from "../../../src/cli/importedSuite.js";
import { planOf } from "../../../src/core/plan.js";
import { IMPORTERS } from "../../../src/datasets/imports/registry.js";
import { suite as suiteSchema } from "../../../src/schema/suite.js";
import { LONGEST_ROW } from "../../../src/store/rows.js";
import { imported, projectOf, textOf } from "./reading.js";
import { SAMPLES, type Sample } from "./rows.js";

const WRONG = [null, 7, "words", [], {}, true];

describe.each(Object.entries(IMPORTERS))("the importer %s", (name, importer) => {
  const sample = SAMPLES[name] as Sample;
  const { rows, id } = sample;
  const read = (some: readonly unknown[]) => imported(textOf(some, sample, importer), sample, importer);
  const [first, second] = rows;

  it("makes of each row a person and a scenario that are valid in a folder of their own", () => {
    const result = read(rows);
    expect(result.problems).toEqual([]);
    expect(result.rows.map(({ outcome }) => outcome)).toEqual(rows.map(() => "imported"));
    const { world, errors } = projectOf(result);
    expect(errors).toEqual([]);
    expect(Object.keys(world.scenarios).sort()).toEqual(result.rows.map(({ scenario }) => scenario as string).sort());
    for (const { persona } of result.rows) expect(Object.keys(world.personas)).toContain(persona);
  });

  it("gives a suite that plays each row that could be said with its own person, and nobody with another's", () => {
    const result = read([...rows, 7]);
    const suite = suiteSchema.parse(importedSuite(importer, result.rows));
    const played = planOf(suite, projectOf(result).world).map(({ persona, scenario }) => `${persona} in ${scenario}`);
    const said = result.rows.filter(({ outcome }) => outcome === "imported");
    expect([...new Set(played)]).toEqual(said.map(({ persona, scenario }) => `${persona} in ${scenario}`));
    expect(played).toHaveLength(said.length * suite.assistants.length);
  });

  it("says where every person comes from, and under which licence", () => {
    for (const { provenance } of Object.values(projectOf(read(rows)).world.personas)) {
      const { license, synthetic } = importer;
      expect(provenance).toMatchObject({ source: `imported:${name}`, license, synthetic });
    }
  });

  it("says of every part of a row what became of it, of unknown parts too", () => {
    const result = read([{ ...first, surprise: { inside: [1, { deep: true }] } }]);
    const fates = result.rows[0]?.fates ?? [];
    for (const key of Object.keys(first ?? {})) expect(fates.map(({ path }) => path.split(/[.[]/)[0])).toContain(key);
    const surprising = fates.filter(({ path }) => path.startsWith("surprise"));
    expect(surprising.map(({ path, fate }) => [path, fate])).toEqual([
      ["surprise.inside[]", "dropped"],
      ["surprise.inside[].deep", "dropped"],
    ]);
  });

  it("gives the same files for the same rows, and no more rows than asked for", () => {
    expect(read(rows).files).toEqual(read(rows).files);
    const text = textOf(rows, sample, importer);
    expect(imported(text, sample, importer, 1).rows).toHaveLength(1);
  });

  it.each(WRONG.map((wrong) => ({ wrong })))(
    "refuses $wrong for a row with its line, and reads the next",
    ({ wrong }) => {
      const result = read([wrong === "words" ? '"words"' : wrong, first]);
      expect(result.rows.map(({ outcome }) => outcome)).toEqual(["refused", "imported"]);
      const line = sample.file.endsWith(".jsonl") ? 1 : 2;
      for (const problem of result.problems) expect(problem).toMatchObject({ line, severity: "error" });
      expect(result.problems[0]?.file).toContain(sample.file);
      expect(result.problems[0]?.path).not.toBe("");
    },
  );

  it("refuses a row where a part is missing or of a wrong kind, and never breaks", () => {
    const maimed = Object.keys(first ?? {}).flatMap((key) =>
      [undefined, ...WRONG].map((wrong, index) => {
        const own = id === null ? {} : { [id]: `${key.replace(/\W/g, "-")}-${index}` };
        return { ...first, ...own, [key]: wrong };
      }),
    );
    const result = read([...maimed, second]);
    const outcomes = result.rows.map(({ outcome }) => outcome);
    expect(outcomes).toHaveLength(maimed.length + 1);
    expect(outcomes.at(-1)).toBe("imported");
    expect(outcomes.filter((outcome) => outcome === "refused").length).toBeGreaterThan(WRONG.length);
    expect(projectOf(result).errors).toEqual([]);
  });

  it("refuses broken JSON and a row that is too long, and reads the next", () => {
    const long = { ...first, padding: "x".repeat(LONGEST_ROW) };
    const result = read(['{"a": nope}', long, second]);
    expect(result.rows.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "imported"]);
    expect(result.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("no JSON"),
      expect.stringContaining("too long"),
    ]);
  });

  it("refuses a row that is nested too deep, and reads the next", () => {
    const deep = `{"a":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`;
    const result = read([deep, second]);
    expect(result.rows.map(({ outcome }) => outcome)).toEqual(["refused", "imported"]);
    expect(result.problems[0]).toMatchObject({ message: "the row is nested too deep", hint: "200 levels are read" });
  });

  it("refuses an id that could leave its folder, and one that was there before", ({ skip }) => {
    if (id === null) return skip(`rows of ${name} have no id of their own`);
    const leaving = { ...first, [id]: "../../up" };
    const result = read([leaving, first, first]);
    expect(result.rows.map(({ outcome }) => outcome)).toEqual(["refused", "imported", "refused"]);
    expect(result.problems[0]?.path).toContain(id);
    expect(result.problems[1]?.message).toContain("is also in line");
  });
});
