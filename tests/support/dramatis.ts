import { type ChildProcessByStdio, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { PROGRAM } from "./paths.js";

/** The smallest run there is with every assistant of the demo. */
export const NARROW = ["--persona", "mara-lindqvist", "--scenario", "dinner-lisbon"];

/** What a program did. */
export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Where {
  cwd: string;
  env?: Readonly<Record<string, string>>;
}

/** Starts the built program, without the keys and switches of whoever runs the tests. */
export function started(
  args: readonly string[],
  { cwd, env = {} }: Where,
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...surroundings(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs the built program to its end. */
export async function dramatis(args: readonly string[], where: Where): Promise<Outcome> {
  return outcomeOf(started(args, where));
}

/** Waits for a program's end and all it says. */
export async function outcomeOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Outcome> {
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/** The environment of the tests, without what would change what the program does. */
export function surroundings(): Record<string, string> {
  const left = Object.entries(process.env).filter(
    ([name]) =>
      !/^(OPENAI_|ANTHROPIC_|GOOGLE_|OLLAMA_|HF_|LANGCHAIN_|LANGSMITH_|NODE_|VITEST|NO_COLOR|FORCE_COLOR|CI$|npm_)/.test(
        name,
      ),
  );
  return Object.fromEntries(left.map(([name, value]) => [name, value ?? ""]));
}

/** The one run folder that a run made below `cwd`. */
export function onlyRun(cwd: string): string {
  const runs = readdirSync(join(cwd, "transcripts"));
  if (runs.length !== 1) throw new Error(`there are ${runs.length} runs in ${cwd}`);
  return join(cwd, "transcripts", runs[0] as string);
}

/** The lines of a file of JSON lines. */
export function jsonLines(content: string): unknown[] {
  return content
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The whole text of a file in a run folder. */
export const fileOf = (run: string, name: string) => readFileSync(join(run, name), "utf8");
