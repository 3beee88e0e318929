import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Config, config } from "../schema/config.js";
import { type Checked, checked } from "./checked.js";
import { readYaml } from "./yamlFile.js";

/** The file that holds for every run in its folder. */
export const CONFIG_FILE = "dramatis.config.yaml";

/** The config of a folder; the usual values where it has none. */
export function loadConfig(root: string): Checked<Config> {
  const path = join(root, CONFIG_FILE);
  if (!existsSync(path)) return { data: config.parse({ schema: "dramatis/config@1" }) };
  const file = readYaml(path, CONFIG_FILE);
  return Array.isArray(file) ? { problems: file } : checked(file, config, ["headers"]);
}
