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
  const only =
    (wanted: string): FileOf =>
    (kind, id) =>
      kind === wanted ? draft(`${kind} ${id}`) : undefined;
  const lints = (kind: string) => LINTS.flatMap((lint) => lint(world, only(kind)));
  const references = personaReferences(world, reportOf(only("persona")));
  if (references.length > 0) return { people: references, scenarios: [] };
  return { people: lints("persona"), scenarios: lints("scenario") };
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
