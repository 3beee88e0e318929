import { createRequire } from "node:module";
import { join } from "node:path";

/** The folder with libraries that Dramatis does not bring, for tests of what needs them. */
export const LIBRARIES = process.env.DRAMATIS_TEST_LIBRARIES ?? process.cwd();

/** Why tests that need a library are skipped; null where it is there. */
export function withoutLibrary(library: string): string | null {
  try {
    createRequire(join(LIBRARIES, "package.json")).resolve(library);
    return null;
  } catch {
    return `${library} cannot be resolved from DRAMATIS_TEST_LIBRARIES or this folder`;
  }
}
