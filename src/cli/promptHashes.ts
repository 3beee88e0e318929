import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PACKAGE_ROOT } from "./project.js";

/** SHA-256 of every prompt file, by name: a run says which words its models were given. */
export function promptHashes(): Record<string, string> {
  const folder = join(PACKAGE_ROOT, "prompts");
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}
