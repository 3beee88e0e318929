import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const REPOSITORY = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The built program. */
export const PROGRAM = join(REPOSITORY, "dist", "launcher.js");
