import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { noUsage } from "../../src/core/usage.js";
import type { JudgementLine } from "../../src/schema/judgement.js";
import { openJudgements, readJudgements, usedBy } from "../../src/store/judgements.js";
import { temporaryFolder } from "../support/folders.js";

const SHA = "0".repeat(64);
const line = (repeat: number): JudgementLine => ({
  ...{ schema: "dramatis/judgement@1", key: SHA, trial: "t", turn: 1, probe: "p", repeat, order: "alone" },
  ...{ rubric: "overuse", version: 1, sha256: SHA, model: "openai:m", outcome: "verdict", verdict: "needless" },
  ...{ value: 1, quote: "Über die\u2028Zeile", reason: null, usage: { ...noUsage(), calls: 1, input: 7, usd: 0.5 } },
});

it("keeps votes as they come, and goes on with them", () => {
  const folder = temporaryFolder(onTestFinished);
  expect(readJudgements(folder)).toEqual([]);
  const first = openJudgements(folder);
  first.add(line(0));
  expect(readJudgements(folder)).toEqual([line(0)]);
  first.close();
  const second = openJudgements(folder);
  expect(second.lines).toEqual([line(0)]);
  second.add(line(1));
  second.close();
  expect(readJudgements(folder)).toEqual([line(0), line(1)]);
  expect(second.used).toMatchObject({ calls: 2, input: 14, usd: 1 });
  expect(usedBy(readJudgements(folder))).toEqual(second.used);
});

it("drops half a last line", () => {
  const folder = temporaryFolder(onTestFinished);
  const path = join(folder, "judgements.jsonl");
  writeFileSync(path, `${JSON.stringify(line(0))}\n`);
  const whole = readFileSync(path, "utf8");
  appendFileSync(path, JSON.stringify(line(1)).slice(0, 40));
  expect(readJudgements(folder)).toEqual([line(0)]);
  openJudgements(folder).close();
  expect(readFileSync(path, "utf8")).toBe(whole);
});

it.each([
  ["a verdict beside an outcome that is none", { outcome: "failed" }],
  ["no verdict beside the outcome of one", { verdict: null }],
  ["a value of which a sum is none", { value: 1e308 }],
])("refuses a line changed by hand to %s", (_, change) => {
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(join(folder, "judgements.jsonl"), `${JSON.stringify({ ...line(0), ...change })}\n`);
  expect(() => readJudgements(folder)).toThrow(/judgements\.jsonl:1 is no line of judgements/);
});

it("refuses a line before the last that is none, with its place", () => {
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(join(folder, "judgements.jsonl"), `${JSON.stringify(line(0))}\n{"schema":"dramatis/judgement@9"}\n`);
  expect(() => readJudgements(folder)).toThrow(/judgements\.jsonl:2 is no line of judgements/);
});
