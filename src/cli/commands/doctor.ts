import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import { config } from "../../schema/config.js";
import { configOf } from "../config.js";
import { openProject, PACKAGE_ROOT, projectRoot } from "../project.js";
import { fileState, providerStates } from "../providerStates.js";
import { version } from "../version.js";

/** `dramatis doctor [file.gguf]`: what is there, what can be reached, what is missing; whether the file loads. Keys are never shown. */
export async function doctor(file?: string): Promise<void> {
  const read = configOf(projectRoot());
  const lines: [string, string][] = [
    ["dramatis", version()],
    ["node", process.versions.node],
    [
      "project",
      projectRoot() === PACKAGE_ROOT
        ? `${PACKAGE_ROOT} (the shipped one; make your own with \`dramatis init\`)`
        : projectRoot(),
    ],
    ["files", filesLine()],
    ["config", "data" in read ? "no errors" : countOf(read.problems.length)],
    [
      "runs folder",
      writable(resolve(".")) ? "can be made here" : "cannot be made here: the folder is read-only; use --out",
    ],
    ["terminal", process.stdout.isTTY ? `${process.stdout.columns}x${process.stdout.rows}` : "none: runs print lines"],
  ];
  for (const line of lines) say(line);
  const settled = "data" in read ? read.data : config.parse({ schema: "dramatis/config@1" });
  const sources = { environment: process.env, folder: process.cwd(), config: settled, engines: new Map() };
  for (const line of await providerStates(sources)) say(line);
  if (file !== undefined) say([file, await fileState(file, sources)]);
}

function say([name, state]: readonly [string, string]): void {
  process.stdout.write(`${name.padEnd(15)} ${state}\n`);
}

function filesLine(): string {
  try {
    const { world } = openProject();
    return `${Object.keys(world.personas).length} personas, ${Object.keys(world.scenarios).length} scenarios, no errors`;
  } catch (error) {
    return countOf((error as Error).message.split("\n").length);
  }
}

const countOf = (errors: number) => `${errors} ${errors === 1 ? "error" : "errors"}: run \`dramatis validate\``;

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
