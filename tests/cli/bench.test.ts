import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { benchOf } from "../../src/cli/judging/bench.js";
import { temporaryFolder } from "../support/folders.js";
import { REPOSITORY } from "../support/paths.js";

/** A bench of one rubric in a project whose file of that name is a shipped one. */
function benchWith(name: string, shipped: string) {
  const root = temporaryFolder(onTestFinished);
  mkdirSync(join(root, "rubrics"));
  copyFileSync(join(REPOSITORY, "rubrics", `${shipped}.yaml`), join(root, "rubrics", `${name}.yaml`));
  return benchOf({ judge_model: "openai:m", judges: [name] }, [], root);
}

it("a project's rubric is taken by the name of its file, and refused where it calls itself another", () => {
  expect(benchWith("adherence", "adherence")?.rubrics.map(({ rubric }) => rubric.id)).toEqual(["adherence"]);
  expect(() => benchWith("adherence", "overuse")).toThrow(/adherence\.yaml is the rubric 'overuse'/);
});
