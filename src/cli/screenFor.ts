import type { Reporter } from "../core/reporter.js";
import type { World } from "../core/world.js";
import type { Event } from "../schema/event.js";
import type { Run } from "../schema/run.js";
import type { Estimate } from "../schema/score.js";
import type { Interruption } from "./interruptible.js";
import type { RunOptions } from "./narrowed.js";
import type { CommandReporter } from "./reporterFor.js";

/** What a reporter of a run may need to know of it. */
export interface Staging {
  head: Run;
  world: World;
  scales: readonly { id: string; direction: Estimate["direction"] }[];
  interruption: Interruption;
  readTrial(id: string): Promise<readonly Event[]>;
}

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
    ...{ head, world, scales, readTrial, stdin, stdout, clock: CLOCK },
    pace: options.pace === "off" || options.pace === "slow" ? options.pace : "read",
    color: options.color && !process.env.NO_COLOR,
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

const CLOCK = {
  now: () => performance.now(),
  after(milliseconds: number, run: () => void) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  every(milliseconds: number, run: () => void) {
    const timer = setInterval(run, milliseconds);
    return () => clearInterval(timer);
  },
};
