import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../core/world.js";
import { jsonSchemaOf, WRITTEN } from "../schema/registry.js";
import { withoutStrayInteractions } from "./strayInteractions.js";
import { FOLDERS } from "./world.js";

/** Two people of different groups and where they are sent. */
const PERSONAS = ["mara-lindqvist", "kofi-mensah"];
const SCENARIO = "dinner-lisbon";

const SCHEMAS = ".dramatis/schemas";

/** The files of a new working folder, by path, copied from those of the package. */
export function starterFiles(packageRoot: string, world: World): Map<string, string> {
  const text = (...path: string[]) => readFileSync(join(packageRoot, ...path), "utf8");
  const catalog = world.scenarios[SCENARIO]?.catalog ?? SCENARIO;
  const items = new Set(world.catalogs[catalog]?.items.map(({ id }) => id));
  const files = new Map<string, string>();
  const add = (path: string, content: string) => files.set(path, pointed(content, path));

  add("README.md", text("examples", "starter", "README.md"));
  for (const id of PERSONAS) {
    const path = `${FOLDERS.personas}/${id}.yaml`;
    add(path, withoutStrayInteractions(text(path), items));
  }
  for (const path of [`${FOLDERS.scenarios}/${SCENARIO}.yaml`, `${FOLDERS.catalogs}/${catalog}.yaml`])
    add(path, text(path));
  for (const name of readdirSync(join(packageRoot, FOLDERS.slots)).sort())
    add(`${FOLDERS.slots}/${name}`, text(FOLDERS.slots, name));
  const suite = `${FOLDERS.scenarios}/first.suite.yaml`;
  add(suite, text("examples", "starter", suite));
  for (const kind of WRITTEN) files.set(`${SCHEMAS}/${kind}.json`, `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`);
  return files;
}

/** The line that tells an editor where the schema is, for the place of the copy. */
function pointed(content: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1);
  return content.replace(/^(# yaml-language-server: \$schema=)(?:\.\.\/)+docs\/schemas\//, `$1${up}${SCHEMAS}/`);
}
