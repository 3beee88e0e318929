import type { World } from "../core/world.js";
import { reportOf } from "./lints/lint.js";
import { LINTS } from "./lints/registry.js";
import { type Problem, wholeFile } from "./problem.js";
import { personaReferences } from "./references/persona.js";
import type { YamlFile } from "./yamlFile.js";

/** What `validate` would find in people who have not been written yet, and in what they are played in. */
export function populatedProblems(world: World): Problem[] {
  const file = (kind: string, id: string) => draft(`${kind} ${id}`);
  const references = personaReferences(world, reportOf(file));
  return references.length > 0 ? references : LINTS.flatMap((lint) => lint(world, file));
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
