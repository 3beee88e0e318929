import type { Config } from "../schema/config.js";
import type { Checked } from "../store/checked.js";
import { loadConfig } from "../store/config.js";
import type { RunOptions } from "./narrowed.js";
import { dataOf, PACKAGE_ROOT } from "./project.js";

/** The config of a project, or what is wrong with it; of the folder one is in where the shipped project is taken. */
export const configOf = (root: string): Checked<Config> => loadConfig(root === PACKAGE_ROOT ? process.cwd() : root);

/** The same. Throws UsageError with all that is wrong with it. */
export const openConfig = (root: string): Config => dataOf(configOf(root));

/** Flags, and what the config gives where there are none. */
export function withConfig(options: RunOptions, { model, user_model, out, concurrency }: Config): RunOptions {
  return {
    ...(model === undefined ? {} : { model }),
    ...(user_model === undefined ? {} : { userModel: user_model }),
    ...(out === undefined ? {} : { out }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...options,
  };
}
