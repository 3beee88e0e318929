import { accessSync, constants } from "node:fs";
import { resolve } from "node:path";
import { openProject, PACKAGE_ROOT, projectRoot } from "../project.js";
import { version } from "../version.js";

/** `dramatis doctor`: what is there, what can be reached, what is missing. Keys are never shown. */
export async function doctor(): Promise<void> {
  const lines = [
    ["dramatis", version()],
    ["node", process.versions.node],
    [
      "project",
      projectRoot() === PACKAGE_ROOT
        ? `${PACKAGE_ROOT} (the shipped one; make your own with \`dramatis init\`)`
        : projectRoot(),
    ],
    ["files", filesLine()],
    [
      "runs folder",
      writable(resolve(".")) ? "can be made here" : "cannot be made here: the folder is read-only; use --out",
    ],
    ["terminal", process.stdout.isTTY ? `${process.stdout.columns}x${process.stdout.rows}` : "none: runs print lines"],
    ["OPENAI_API_KEY", process.env.OPENAI_API_KEY ? "set" : "not set: only offline players and http assistants"],
    ["OPENAI_BASE_URL", await reachable(process.env.OPENAI_BASE_URL)],
  ];
  for (const [name, state] of lines) process.stdout.write(`${name?.padEnd(16)}${state}\n`);
}

function filesLine(): string {
  try {
    const { world } = openProject();
    return `${Object.keys(world.personas).length} personas, ${Object.keys(world.scenarios).length} scenarios, no errors`;
  } catch (error) {
    return `${String((error as Error).message).split("\n").length} errors: run \`dramatis validate\``;
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function reachable(address: string | undefined): Promise<string> {
  if (!address) return "not set: api.openai.com";
  try {
    const answer = await fetch(`${address.replace(/\/$/, "")}/models`, {
      signal: AbortSignal.timeout(2000),
      headers: { authorization: `Bearer ${process.env.OPENAI_API_KEY ?? ""}` },
    });
    return `${address} answers (${answer.status})`;
  } catch {
    return `${address} does not answer`;
  }
}
