import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Event } from "../schema/event.js";
import { runsIn } from "../store/recorded.js";
import { RUN_FILES } from "../store/runFolder.js";

/** What calls to a model took in earlier runs, on average. */
export interface Measured {
  calls: number;
  /** Tokens that came back. */
  output: number;
  seconds: number;
}

/** So many of the newest runs are looked at. */
const NEWEST = 5;

/** What the journals of a folder of runs tell of calls, by `caller model`. */
export async function measuredCalls(out: string): Promise<ReadonlyMap<string, Measured>> {
  const sums = new Map<string, Measured>();
  for (const id of runsIn(out).sort().slice(-NEWEST)) {
    const path = join(out, id, RUN_FILES.journal);
    if (existsSync(path)) await addCalls(path, sums);
  }
  return new Map([...sums].map(([name, { calls, output, seconds }]) => [name, meanOf(calls, output, seconds)]));
}

const meanOf = (calls: number, output: number, seconds: number): Measured => ({
  ...{ calls, output: output / calls, seconds: seconds / calls },
});

async function addCalls(path: string, sums: Map<string, Measured>): Promise<void> {
  const begun = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const entry = entryIn(line);
    if (entry?.event.type === "call.started") begun.set(`${entry.event.trial} ${entry.event.key}`, entry.wall);
    if (entry?.event.type !== "call" || !entry.event.call.reply || entry.event.call.tries.length > 0) continue;
    const { caller, model, key, reply } = entry.event.call;
    const started = begun.get(`${entry.event.trial} ${key}`);
    if (started === undefined || reply.usage.unreported > 0) continue;
    const sum = sums.get(`${caller} ${model}`) ?? { calls: 0, output: 0, seconds: 0 };
    sum.calls += 1;
    sum.output += reply.usage.output;
    sum.seconds += (Date.parse(entry.wall) - Date.parse(started)) / 1000;
    sums.set(`${caller} ${model}`, sum);
  }
}

function entryIn(line: string): { wall: string; event: Event } | null {
  if (!line.includes('"type":"call')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
