import type { Reporter } from "../core/reporter.js";
import type { World } from "../core/world.js";
import { jsonReporter } from "../reporters/json.js";
import { plainReporter } from "../reporters/plain.js";
import type { Run } from "../schema/run.js";
import type { RunOptions } from "./narrowed.js";

/** A reporter, and the signal by which its reader quits the run. */
export type CommandReporter = Reporter & { quit: AbortSignal };

/** The screen on a terminal, lines everywhere else. */
export async function reporterFor(
  options: RunOptions,
  { head, folder, world }: { head: Run; folder: string; world: World },
): Promise<CommandReporter> {
  const never = new AbortController().signal;
  if (options.json) return { ...jsonReporter((line) => process.stdout.write(`${line}\n`)), quit: never };
  if (!options.plain && !options.quiet && onTerminal()) {
    const { screenReporter } = await import("../ui/screen.js");
    return screenReporter({
      head,
      folder,
      world,
      pace: options.pace,
      color: options.color && process.env.NO_COLOR === undefined,
    });
  }
  const lines = {
    out: (line: string) => process.stdout.write(`${line}\n`),
    progress: (line: string) => process.stderr.write(`${line}\n`),
    now: () => performance.now(),
    width: process.stdout.columns ?? 120,
  };
  return { ...plainReporter(lines, head.plan.length, options.quiet ?? false), quit: never };
}

/** Screens need a terminal at both ends, and none in CI. */
function onTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY) && !process.env.CI && process.env.TERM !== "dumb";
}
