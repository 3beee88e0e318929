import { UsageError } from "../core/errors.js";
import type { Config } from "../schema/config.js";
import { loadConfig } from "../store/config.js";
import type { RunOptions } from "./narrowed.js";
import { PACKAGE_ROOT, refuse } from "./project.js";

/** The config of a project; of the folder one is in where the shipped one is taken. Throws UsageError with all that is wrong with it. */
export function openConfig(root: string): Config {
  const read = loadConfig(root === PACKAGE_ROOT ? process.cwd() : root);
  if ("data" in read) return read.data;
  refuse(read.problems);
  throw new UsageError("the config cannot be read");
}

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
