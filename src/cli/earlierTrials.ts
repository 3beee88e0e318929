import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Event } from "../schema/event.js";
import type { PlannedTrial, Run } from "../schema/run.js";
import { readRun, runsIn } from "../store/recorded.js";
import { RUN_FILES } from "../store/runFolder.js";
import { count, nameOf, type Tally } from "./tally.js";

/** A trial of an earlier run, and what it really took. */
export interface EarlierTrial {
  head: Run;
  planned: PlannedTrial;
  taken: Tally;
  /** From its start to its end, waits and all. */
  seconds: number;
}

/** So many of the newest runs are looked at. */
const NEWEST = 5;

/** The trials that the journals of a folder of runs have from start to end, with what they took. */
export async function earlierTrials(out: string): Promise<EarlierTrial[]> {
  const heads = runsIn(out).flatMap((id) => readable(join(out, id)));
  heads.sort((one, other) => (one.head.started < other.head.started ? 1 : -1));
  const read = heads.slice(0, NEWEST).map(({ head, path }) => trialsOf(head, join(path, RUN_FILES.journal)));
  return (await Promise.all(read)).flat();
}

/** A run of another version is passed over. */
function readable(path: string): { head: Run; path: string }[] {
  try {
    return [{ head: readRun(path), path }];
  } catch {
    return [];
  }
}

interface Reading {
  taken: Tally;
  started: number;
  ended: number | null;
  /** Begun once and played through, each call answered by a server that told its tokens. */
  whole: boolean;
}

async function trialsOf(head: Run, journal: string): Promise<EarlierTrial[]> {
  if (!existsSync(journal)) return [];
  const readings = new Map<string, Reading>();
  for await (const line of createInterface({ input: createReadStream(journal) })) {
    const entry = entryIn(line);
    if (entry) take(readings, entry.event, Date.parse(entry.wall));
  }
  return head.plan.flatMap((planned) => {
    const { whole, taken, started, ended } = readings.get(planned.id) ?? NOTHING;
    return whole && ended !== null ? [{ head, planned, taken, seconds: (ended - started) / 1000 }] : [];
  });
}

const NOTHING: Reading = { taken: new Map(), started: 0, ended: null, whole: false };

function take(readings: Map<string, Reading>, event: Event, at: number): void {
  const reading = readings.get(event.trial);
  if (event.type === "trial.started")
    readings.set(event.trial, { taken: new Map(), started: at, ended: null, whole: reading === undefined });
  else if (reading && event.type === "trial.ended") {
    reading.ended = at;
    reading.whole &&= event.outcome !== "infrastructure_error";
  } else if (reading && event.type === "call") {
    const { caller, model, reply } = event.call;
    reading.whole &&= reply !== null && reply.usage.calls > 0 && reply.usage.unreported === 0;
    if (reply) count(reading.taken, nameOf(caller, model), reply.usage.input, reply.usage.output);
  }
}

function entryIn(line: string): { wall: string; event: Event } | null {
  if (!/"type":"(?:call"|trial\.)/.test(line)) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
