import type { World } from "../../core/world.js";
import type { Problem } from "../problem.js";
import type { YamlFile } from "../yamlFile.js";

/** Looks for what a schema cannot see. `file` gives the file of a kind and id. */
export type Lint = (world: World, file: (kind: string, id: string) => YamlFile | undefined) => Problem[];
