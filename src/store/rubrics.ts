import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Labelled, labelled, type Rubric, rubric } from "../schema/rubric.js";
import { type Checked, checked } from "./checked.js";
import { type Problem, wholeFile } from "./problem.js";
import { readYaml } from "./yamlFile.js";
import { yamlFilesIn } from "./yamlFolder.js";

/** The folder of a project that has its rubrics. */
export const RUBRICS = "rubrics";

/** A rubric by its path, or by its name in the first of some projects that has it; null where none has. */
export function findRubric(roots: readonly string[], name: string): string | null {
  if (existsSync(name)) return name;
  return roots.map((root) => join(root, RUBRICS, `${name}.yaml`)).find((path) => existsSync(path)) ?? null;
}

/** The names of the rubrics of some projects. */
export function rubricsIn(roots: readonly string[]): string[] {
  const found = roots.flatMap((root) => {
    const files = yamlFilesIn(root, RUBRICS);
    return Array.isArray(files) ? files.map((file) => basename(file, ".yaml")) : [];
  });
  return [...new Set(found)].sort();
}

export function loadRubric(path: string): Checked<Rubric> {
  const file = readYaml(path, path);
  return Array.isArray(file) ? { problems: file } : checked(file, rubric);
}

/** Labelled replies, one a line. Problems name the line. */
export function loadLabels(path: string, { verdicts }: Rubric): { labels: Labelled[]; problems: Problem[] } {
  const labels: Labelled[] = [];
  const problems: Problem[] = [];
  const known = verdicts.map(({ verdict }) => verdict);
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((line, at) => {
      if (line.trim() === "") return;
      const wrong = (message: string) => void problems.push({ ...wholeFile(path, message), line: at + 1 });
      const entry = parsed(line);
      if (entry === undefined) return wrong("is no JSON");
      const read = labelled.safeParse(entry);
      if (!read.success)
        wrong(read.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "));
      else if (!known.includes(read.data.label)) wrong(`no verdict '${read.data.label}': ${known.join(", ")}`);
      else labels.push(read.data);
    });
  return { labels, problems };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
