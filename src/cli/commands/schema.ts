import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../../core/errors.js";
import { jsonSchemaOf, SCHEMAS } from "../../schema/registry.js";
import { makeFolder } from "../../store/makeFolder.js";

/** `dramatis schema <name>`: the JSON Schema of a kind of file, for editors and other programs. */
export async function schema(name: string | undefined, { write }: { write?: string }): Promise<void> {
  const names = Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[];
  if (write !== undefined) {
    makeFolder(resolve(write));
    for (const kind of names) writeFileSync(join(write, `${kind}.json`), text(kind));
    return;
  }
  const found = names.find((kind) => kind === name);
  if (!found)
    throw new UsageError(
      name === undefined ? "which schema?" : `no schema '${name}'`,
      `there are: ${names.join(", ")}`,
    );
  process.stdout.write(text(found));
}

const text = (name: keyof typeof SCHEMAS) => `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;
