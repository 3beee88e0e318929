import type { World } from "../core/world.js";
import { type Lint, reportOf } from "./lints/lint.js";
import type { Problem } from "./problem.js";
import { catalogReferences } from "./references/catalog.js";
import { personaReferences } from "./references/persona.js";
import { scenarioReferences } from "./references/scenario.js";
import type { YamlFile } from "./yamlFile.js";

const CHECKS: readonly Lint[] = [catalogReferences, personaReferences, scenarioReferences];

/** Slots, values, catalogs, items, requests and sessions that are named but do not exist. */
export function referenceProblems(world: World, files: ReadonlyMap<string, YamlFile>): Problem[] {
  const report = reportOf((kind, id) => files.get(`${kind} ${id}`));
  return CHECKS.flatMap((check) => check(world, report));
}
