import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Imported, importedFrom } from "../../../src/cli/importing.js";
import type { Importer } from "../../../src/datasets/imports/importer.js";
import { LINTS } from "../../../src/store/lints/registry.js";
import { writeNewTree } from "../../../src/store/newTree.js";
import { slotsFile } from "../../../src/store/taskFiles.js";
import { loadWorld } from "../../../src/store/world.js";
import { temporaryFolder } from "../../support/folders.js";
import type { Sample } from "./rows.js";

/** Rows as the text of their file: JSON lines, a JSON array, or one object of rows. A string stands as it is. */
export function textOf(rows: readonly unknown[], sample: Sample, { layout }: Importer): string {
  const parts = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row)));
  if (layout === "entries") return `{\n${parts.map((part, index) => `"Task ${index}": ${part}`).join(",\n")}\n}`;
  return sample.file.endsWith(".jsonl") ? parts.join("\n") : `[\n${parts.join(",\n")}\n]`;
}

/** What an importer makes of the text of a file, with what belongs beside it. */
export function imported(text: string, sample: Sample, importer: Importer, limit = 1000): Imported {
  const folder = temporaryFolder(onTestFinished);
  for (const [name, data] of Object.entries(sample.beside)) writeFileSync(join(folder, name), JSON.stringify(data));
  writeFileSync(join(folder, sample.file), text);
  return importedFrom(join(folder, sample.file), importer, limit);
}

/** The project that an import makes, and the errors that `validate` finds in it. */
export function projectOf({ files, slots }: Imported) {
  const root = join(temporaryFolder(onTestFinished), "project");
  const scenarios = slots.size === 0 ? [] : [slotsFile("imported", [...slots.values()])];
  mkdirSync(root);
  writeNewTree(root, new Map([...files, ...scenarios]));
  const { world, files: read, problems } = loadWorld(root);
  const found = [...problems, ...LINTS.flatMap((lint) => lint(world, (kind, id) => read.get(`${kind} ${id}`)))];
  return { world, errors: found.filter(({ severity }) => severity === "error") };
}
