import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dramatis, fileOf, jsonLines, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

const TOWN = join(REPOSITORY, "examples/population/town.yaml");
const textsIn = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));

describe("dramatis populate", () => {
  const cwd = temporaryFolder(afterAll);
  let said: Awaited<ReturnType<typeof dramatis>>;
  beforeAll(async () => {
    mkdirSync(join(cwd, "personas"));
    cpSync(join(REPOSITORY, "scenarios"), join(cwd, "scenarios"), { recursive: true });
    cpSync(join(REPOSITORY, "examples/population/town.suite.yaml"), join(cwd, "scenarios/town.suite.yaml"));
    said = await dramatis(["populate", TOWN], { cwd });
  }, 120_000);

  it("writes a file for each person, and says who they are and what there is to gain", () => {
    expect(said.code, said.stderr).toBe(0);
    expect(readdirSync(join(cwd, "personas/town"))).toHaveLength(48);
    expect(said.stdout).toMatch(/^48 people in 6 segments: /);
    expect(said.stdout).toMatch(
      /25 of 25 probes have headroom; \d+ of 384 pairs of person and scenario gain under 0\.2/,
    );
    expect(said.stderr).toBe(
      "48 personas written to personas/town\n  a suite takes them by `personas_in: personas/town`\n",
    );
  });

  it("writes the same bytes again, elsewhere as here", async () => {
    for (const out of ["personas/town", "other"])
      expect((await dramatis(["populate", TOWN, "--out", out], { cwd })).code).toBe(0);
    expect(textsIn(join(cwd, "other"))).toEqual(textsIn(join(cwd, "personas/town")));
  }, 120_000);

  it("writes what validate takes without a word, and a suite that names the folder plays", async () => {
    const validated = await dramatis(["validate", "--personas", "personas/town"], { cwd });
    expect([validated.code, validated.stderr]).toEqual([0, ""]);
    expect(validated.stdout).toContain("48 personas");
    const planned = await dramatis(["run", "town", "--dry-run"], { cwd });
    expect(planned.stdout.trim().split("\n")).toHaveLength(48 * 4 * 6);
    const person = (readdirSync(join(cwd, "personas/town"))[0] as string).replace(".yaml", "");
    const narrow = ["--persona", person, "--scenario", "dinner-lisbon", "--assistant", "generic"];
    const played = await dramatis(["run", "town", "--plain", ...narrow], { cwd });
    expect(played.code, played.stderr).toBe(0);
    const [trial] = jsonLines(fileOf(onlyRun(cwd), "trials.jsonl")) as { persona: string }[];
    expect(trial?.persona).toBe(person);
    const again = await dramatis(["run", "--replay", onlyRun(cwd), "--plain"], { cwd });
    expect(again.code, again.stderr).toBe(0);
  }, 240_000);

  it("tells of a suite whose people are not there", async () => {
    writeFileSync(
      join(cwd, "nobody.suite.yaml"),
      "schema: dramatis/suite@1\nid: nobody\npersonas_in: personas/nobody\nassistants: [{technique: generic}]\n",
    );
    const { code, stderr } = await dramatis(["run", "nobody.suite.yaml"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("personas/nobody error: is missing");
    expect(stderr).toContain("populate writes it");
  });

  it("writes nothing into the package from elsewhere, and nothing with --dry-run", async () => {
    const empty = temporaryFolder(afterAll);
    const refused = await dramatis(["populate", TOWN], { cwd: empty });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("name a folder with --out")]);
    const dry = await dramatis(["populate", TOWN, "--dry-run", "--count", "3", "--seed", "5"], { cwd: empty });
    expect(dry.stdout).toMatch(/^3 people in 3 segments/);
    expect(readdirSync(empty)).toEqual([]);
  }, 120_000);
});
