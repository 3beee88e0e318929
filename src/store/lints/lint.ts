import type { World } from "../../core/world.js";
import type { Problem } from "../problem.js";
import type { YamlFile } from "../yamlFile.js";

/** Looks for what a schema cannot see. */
export type Lint = (world: World, problem: Report) => Problem[];

/** A problem in the file of a kind and id, at a path: one, or none where there is no such file. */
type Report = (kind: string, id: string, ...what: Parameters<YamlFile["problem"]>) => Problem[];

/** Gives the file that a kind and an id came from. */
export type FileOf = (kind: string, id: string) => YamlFile | undefined;

/** What lints report with, over these files. */
export function reportOf(file: FileOf): Report {
  return (kind, id, ...what) => {
    const found = file(kind, id);
    return found ? [found.problem(...what)] : [];
  };
}
