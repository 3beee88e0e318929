import type { Reporter } from "../core/reporter.js";
import type { World } from "../core/world.js";
import type { Event } from "../schema/event.js";
import type { Run } from "../schema/run.js";
import type { Estimate } from "../schema/score.js";
import type { Interruption } from "./interruptible.js";

/** What a reporter of a run may need to know of it. */
export interface Staging {
  head: Run;
  world: World;
  scales: readonly { id: string; direction: Estimate["direction"] }[];
  interruption: Interruption;
  readTrial(id: string): Promise<readonly Event[]>;
}

/** A reporter that gives the terminal back when a run breaks. */
export type CommandReporter = Reporter & { close(): void };
