import { readFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "./paths.js";

/** The text of a page of the documentation. */
export const pageOf = (path: string): string => readFileSync(join(REPOSITORY, path), "utf8");
