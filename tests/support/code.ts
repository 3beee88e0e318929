import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { type Code, codeExternal } from "../../src/assistants/code/assistant.js";
import { externalAssistant } from "../../src/assistants/external/assistant.js";
import type { Stage } from "../../src/core/ports.js";
import { temporaryFolder } from "./folders.js";
import { REPOSITORY } from "./paths.js";

/** The built program of a thread: a thread reads no source that imports other sources by the names they have when built. */
export const WORKER = pathToFileURL(join(REPOSITORY, "dist", "assistants", "code", "worker.js"));

/** Some code as a file for the time of one test. */
export function codeFile(text: string, name = "mine.ts"): string {
  const file = join(temporaryFolder(onTestFinished), name);
  writeFileSync(file, text);
  return file;
}

/** A file of code as Dramatis names it. */
export function codeAt(file: string, kind: Code["kind"] = "module", name = "default"): Code {
  return { kind, file: pathToFileURL(file).href, name, model: "./mine.ts" };
}

/** An assistant by code, on a stage, with a time that its code may take. Its thread ends with the test. */
export function assistantBy(code: Code, stage: Stage, { memory = "own" as "own" | "given", timeout = 20_000 } = {}) {
  const external = codeExternal(code, stage, { timeout, program: WORKER });
  onTestFinished(() => external.close?.());
  return externalAssistant(external, memory, stage);
}
