import type { Persona } from "../schema/persona.js";
import { peopleFolders } from "../store/suite.js";
import { openProject, projectRoot } from "./project.js";

/** A persona with the folder it lives in, below the project's. */
export interface Resident {
  persona: Persona;
  folder: string;
}

/** The people of a project and of the folders that its suites name. Throws UsageError with every error in any of them. */
export function everyone(root = projectRoot()): Resident[] {
  return peopleFolders(root).flatMap((folder) =>
    Object.values(openProject(root, folder).world.personas).map((persona) => ({ persona, folder })),
  );
}
