import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { score } from "../../src/schema/score.js";
import { trialEncounter } from "../../src/schema/trial.js";
import { SAMPLES, type Sample } from "../datasets/imports/rows.js";
import { dramatis, fileOf, jsonLines, onlyRun } from "../support/dramatis.js";
import { temporaryFolder } from "../support/folders.js";

it("what is imported is played row by row, each with its own person", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const { file, rows } = SAMPLES.memsyco as Sample;
  writeFileSync(join(cwd, file), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  expect((await dramatis(["import", file, "--from", "memsyco", "--out", "mine"], { cwd })).code).toBe(0);
  const project = join(cwd, "mine");
  expect((await dramatis(["run", "--quiet"], { cwd: project })).code).toBe(0);
  const loss = JSON.parse(fileOf(project, "loss.json")) as { rows: { persona: string; scenario: string }[] };
  const met = jsonLines(fileOf(onlyRun(project), "trials.jsonl")).map((line) => {
    const { persona, scenario } = trialEncounter.parse(line);
    return `${persona} in ${scenario}`;
  });
  expect([...new Set(met)]).toEqual(loss.rows.map(({ persona, scenario }) => `${persona} in ${scenario}`));
  expect(met).toHaveLength(3 * rows.length);
  const [one, other] = loss.rows;
  const crossed = ["--persona", one?.persona ?? "", "--scenario", other?.scenario ?? ""];
  const refused = await dramatis(["run", "--quiet", ...crossed], { cwd: project });
  expect({ code: refused.code, told: refused.stderr.includes("no task of the suite memsyco has") }).toEqual({
    code: 2,
    told: true,
  });
});

it("an answer that is a free text counts where its words are given back, and declining it counts as none", async () => {
  const cwd = temporaryFolder(onTestFinished);
  const { file, rows } = SAMPLES.longmemeval as Sample;
  writeFileSync(join(cwd, file), JSON.stringify(rows.slice(0, 1)));
  expect((await dramatis(["import", file, "--from", "longmemeval", "--out", "mine"], { cwd })).code).toBe(0);
  const project = join(cwd, "mine");
  expect((await dramatis(["run", "--quiet"], { cwd: project })).code).toBe(0);
  const scores = jsonLines(fileOf(onlyRun(project), "scores.jsonl")).map((line) => score.parse(line));
  const recalled = new Map(
    scores.flatMap(({ trial, scorer, value }) => (scorer === "memory.recalled" ? [[trial.split(".")[2], value]] : [])),
  );
  expect([recalled.get("oracle"), recalled.get("generic")]).toEqual([1, 0]);
});
