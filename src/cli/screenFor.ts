import type { Reporter } from "../core/reporter.js";
import type { RunOptions } from "./narrowed.js";
import { openingTrial } from "./openingTrial.js";
import type { CommandReporter, Staging } from "./staging.js";
import { systemClock } from "./systemClock.js";

/** The screen of a run. When it is gone, `finished` prints what stays. */
export async function screenFor(
  options: RunOptions,
  { head, world, scales, interruption, readTrial }: Staging,
  finished: Reporter["finished"],
): Promise<CommandReporter> {
  // React reads this when it loads: its development build takes three times the CPU.
  process.env.NODE_ENV = "production";
  const { runScreen } = await import("../ui/runScreen.js");
  const { stdin, stdout } = process;
  const screen = runScreen({
    ...{ head, world, scales, readTrial, stdin, stdout, clock: systemClock },
    opening: openingTrial(head.plan, head.assistants),
    pace: options.pace === "off" || options.pace === "slow" ? options.pace : "read",
    color: options.color !== false && !process.env.NO_COLOR,
    interrupt: interruption.interrupt,
    signal: interruption.signal,
  });
  // Node prints an uncaught error before it ends: on the screen nobody would see it.
  process.on("uncaughtExceptionMonitor", screen.close);
  return {
    ...screen,
    async finished(outcome) {
      const broken = await screen.seen();
      if (broken) process.stderr.write(`the screen broke: ${options.debug ? broken.stack : broken.message}\n`);
      process.off("uncaughtExceptionMonitor", screen.close);
      await finished(outcome);
    },
  };
}
