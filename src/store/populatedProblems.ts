import type { World } from "../core/world.js";
import { type FileOf, reportOf } from "./lints/lint.js";
import { LINTS } from "./lints/registry.js";
import { type Problem, wholeFile } from "./problem.js";
import { personaReferences } from "./references/persona.js";
import type { YamlFile } from "./yamlFile.js";

/**
 * What `validate` would find with people who have not been written yet: in themselves, and in the scenarios, which may
 * expect of somebody what nobody here is.
 */
export function populatedProblems(world: World): { people: Problem[]; scenarios: Problem[] } {
  const file: FileOf = (kind, id) => draft(`${kind} ${id}`);
  const references = personaReferences(world, reportOf(file));
  if (references.length > 0) return { people: references, scenarios: [] };
  const found = LINTS.flatMap((lint) => lint(world, file));
  const of = (kind: string) => found.filter((problem) => problem.file.startsWith(`${kind} `));
  return { people: of("persona"), scenarios: of("scenario") };
}

/** A file that has no lines yet. */
function draft(name: string): YamlFile {
  return {
    file: name,
    data: null,
    problem: (where, message, hint = null, severity = "error") => ({
      ...wholeFile(name, message, hint),
      path: where.map(String).join("."),
      severity,
    }),
  };
}
