import { resolve } from "node:path";
import { harmless } from "../../core/harmless.js";
import { type Headroom, headroomOf } from "../../core/headroom.js";
import { type MatrixCell, matrixOf } from "../../core/matrix.js";
import { headroomText } from "../../reporters/headroom.js";
import { MATRIX_LEGEND, matrixText } from "../../reporters/matrix.js";
import { checkFile } from "../../store/checkFile.js";
import { LINTS } from "../../store/lints/registry.js";
import { describe, type Problem } from "../../store/problem.js";
import { suiteProblems } from "../../store/suite.js";
import { loadWorld } from "../../store/world.js";
import { configOf } from "../config.js";
import { isProject, projectRoot, sayWhereShipped } from "../project.js";
import { SUITE_WORDS } from "../suiteWords.js";

interface Asked {
  json?: boolean;
  /** The folder of the people, below the project's. */
  personas?: string;
}

/** `dramatis validate [paths]`: problems, the expectation matrix and the headroom. Exit code 2 where there are errors. */
export async function validate(paths: readonly string[], { json = false, personas }: Asked): Promise<void> {
  const files = paths.filter((path) => !isProject(resolve(path)));
  if (files.length > 0) return report(files.flatMap(checkFile), [], [], json, counted(files.length, "file"));
  if (paths.length === 0) sayWhereShipped(projectRoot());
  for (const root of paths.length > 0 ? paths : [projectRoot()]) validateProject(resolve(root), json, personas);
}

function validateProject(root: string, json: boolean, people?: string): void {
  const { world, files, problems } = loadWorld(root, people);
  const broken = problems.some(({ severity }) => severity === "error");
  const lints = broken ? [] : LINTS.flatMap((lint) => lint(world, (kind, id) => files.get(`${kind} ${id}`)));
  const suites = broken || people !== undefined ? [] : suiteProblems(root, world, { ...SUITE_WORDS, root });
  const config = configOf(root);
  const misconfigured = "problems" in config ? config.problems : [];
  const scenarios = broken ? [] : Object.values(world.scenarios);
  const matrix = scenarios.flatMap(({ id }) => matrixOf(world, id));
  const headroom = scenarios.flatMap((scenario) => headroomOf(world, scenario));
  const counts = [
    counted(Object.keys(world.personas).length, "persona"),
    counted(Object.keys(world.scenarios).length, "scenario"),
    counted(Object.keys(world.slots).length, "slot"),
  ].join(", ");
  report([...problems, ...lints, ...suites, ...misconfigured], matrix, headroom, json, counts);
}

function report(
  problems: readonly Problem[],
  matrix: readonly MatrixCell[],
  headroom: readonly Headroom[],
  json: boolean,
  what: string,
): void {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (json) print(JSON.stringify({ schema: "dramatis/validation@1", problems, matrix, headroom }));
  else {
    if (matrix.length > 0) print(`\n${MATRIX_LEGEND}`);
    for (const scenario of new Set(matrix.map((cell) => cell.scenario)))
      print(matrixText(matrix.filter((cell) => cell.scenario === scenario)));
    if (headroom.length > 0) print(headroomText(headroom));
    for (const problem of problems) process.stderr.write(`${harmless(describe(problem))}\n`);
    print(
      `${what}: ${errors === 0 ? "no errors" : counted(errors, "error")}${problems.length > errors ? `, ${counted(problems.length - errors, "warning")}` : ""}`,
    );
  }
  if (errors > 0) process.exitCode = 2;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
const print = (text: string) => process.stdout.write(`${harmless(text)}\n`);
