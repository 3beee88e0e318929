import { jsonReporter } from "../reporters/json.js";
import { type Lines, plainReporter } from "../reporters/plain.js";
import { invocation } from "./invocation.js";
import type { RunOptions } from "./narrowed.js";
import { screenFor } from "./screenFor.js";
import type { CommandReporter, Staging } from "./staging.js";
import { systemClock } from "./systemClock.js";

/** The screen on a terminal, lines everywhere else. */
export async function reporterFor(options: RunOptions, staging: Staging): Promise<CommandReporter> {
  const close = () => {};
  const plain = () => plainReporter(lines(), staging.head.plan.length, options.quiet ?? false);
  if (options.json)
    return {
      ...jsonReporter(
        (line) => process.stdout.write(`${line}\n`),
        (outcome) => plain().finished(outcome),
      ),
      close,
    };
  if (options.plain || options.quiet || !onTerminal()) return { ...plain(), close };
  return screenFor(options, staging, (outcome) => plain().finished(outcome));
}

function lines(): Lines {
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    progress: (line) => process.stderr.write(`${line}\n`),
    now: systemClock.now,
    width: process.stdout.columns ?? 120,
    cwd: process.cwd(),
    program: invocation(),
  };
}

/** Screens need a terminal at both ends, and neither CI nor a screen reader. */
function onTerminal(): boolean {
  const { CI, TERM, INK_SCREEN_READER } = process.env;
  const inCi = CI !== undefined && !["", "0", "false"].includes(CI);
  return process.stdin.isTTY && process.stdout.isTTY && !inCi && TERM !== "dumb" && INK_SCREEN_READER !== "true";
}
