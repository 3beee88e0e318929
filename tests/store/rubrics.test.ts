import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";
import { rubric } from "../../src/schema/rubric.js";
import { loadLabels } from "../../src/store/rubrics.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

const ADHERENCE = rubric.parse(parse(readFileSync(join(REPOSITORY, "rubrics", "adherence.yaml"), "utf8")));
const FINE = { id: "one", asked: "Where to?", reply: "The Green Door.", label: "served" };

it("labelled replies that are none are told with their line, and what is wrong with them", () => {
  const path = join(temporaryFolder(onTestFinished), "labels.jsonl");
  const { reply: _, ...silent } = FINE;
  const lines = [FINE, "not JSON", silent, { ...FINE, label: "fine" }];
  writeFileSync(path, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n\n"));
  const { labels, problems } = loadLabels(path, ADHERENCE);
  expect(labels).toHaveLength(1);
  expect(problems.map(({ line }) => line)).toEqual([3, 5, 7]);
  expect(problems[0]?.message).toBe("is no JSON");
  expect(problems[1]?.message).toMatch(/^reply: /);
  expect(problems[2]?.message).toMatch(/^no verdict 'fine': /);
});
