import { closeSync, existsSync, fdatasync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import type { Clock } from "../core/clock.js";
import { UsageError } from "../core/errors.js";
import { addCall, noUsage } from "../core/usage.js";
import { modelCall } from "../schema/call.js";
import { type Event, event as eventSchema, type Outcome } from "../schema/event.js";
import type { Usage } from "../schema/usage.js";
import { linesOf, type Place } from "./lines.js";

/** An append-only file of events, one a line. One writer; a line is with the operating system before `write` returns. */
export interface Journal {
  /** Throws where the disk does not take the line, or did not take an earlier one. */
  write(event: Event): void;
  /** The events of the last attempt at a trial, read back from the file, unchecked: a journal wrote them. */
  read(trial: string): Event[];
  /** How the last attempt at a trial ended; null where it did not. */
  outcome(trial: string): Outcome | null;
  /** The model calls of all attempts at a trial, and where those attempts ended. */
  calls(trial: string): Event[];
  /** What all recorded calls used, and how many of them went out twice. */
  used: Usage;
  repeated(): number;
  forget(trial: string): void;
  /** Resolves when all that was written so far is on the disk. */
  sync(): Promise<void>;
  close(): void;
}

/** What is known of a trial without reading it: where its lines stand. */
interface Kept {
  events: Place[];
  calls: Place[];
  outcome: Outcome | null;
}

const SECOND = 1000;
const toDisk = promisify(fdatasync);

/**
 * Opens a journal, new or to go on with, which is synced to the disk once a second beside what `sync` asks for. Memory
 * holds the places of lines only. A last line that was cut short is cut off. Throws where a new one exists already, and
 * UsageError where a line before the last is none of a journal.
 */
export function openJournal(path: string, clock: Clock, from: "new" | "existing"): Journal {
  const file = openSync(path, from === "new" ? "ax+" : "a+");
  const trials = new Map<string, Kept>();
  const used = noUsage();
  let repeated = 0;
  let end = 0;
  let safe = 0;
  let broken: unknown;

  function keep(event: Event, length: number): void {
    const kept = trials.get(event.trial) ?? { events: [], calls: [], outcome: null };
    trials.set(event.trial, kept);
    const place = { offset: end, length };
    if (event.type === "trial.started") Object.assign(kept, { events: [], outcome: null });
    if (event.type === "call") addCall(used, event.call);
    if (event.type === "call.started" && event.again) repeated += 1;
    if (event.type === "trial.ended") kept.outcome = event.outcome;
    if (event.type === "call" || event.type === "call.started") kept.calls.push(place);
    else kept.events.push(place);
    if (event.type === "trial.ended") kept.calls.push(place);
    end += length;
  }

  async function sync(): Promise<void> {
    const upTo = end;
    if (upTo === safe) return;
    await toDisk(file);
    safe = Math.max(safe, upTo);
  }

  if (from === "existing") for (const { event, length } of entriesOf(file, path)) keep(event, length);
  if (from === "existing") ftruncateSync(file, end);

  const stop = clock.every(SECOND, () => {
    sync().catch((error: unknown) => {
      broken = error;
    });
  });
  const eventsAt = (places: readonly Place[] = []) =>
    places.map((place) => JSON.parse(lineAt(file, place)).event as Event);

  return {
    write(event) {
      if (broken !== undefined) throw broken;
      const entry = { schema: "dramatis/journal@1", wall: clock.wall(), event };
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      writeWhole(file, line);
      keep(event, line.length);
    },
    read: (trial) => eventsAt(trials.get(trial)?.events),
    outcome: (trial) => trials.get(trial)?.outcome ?? null,
    calls: (trial) => eventsAt(trials.get(trial)?.calls),
    used,
    repeated: () => repeated,
    forget: (trial) => trials.delete(trial),
    sync,
    close() {
      stop();
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/**
 * The model calls of a journal that nobody writes to, by trial. The file stays open until the process ends. Throws
 * UsageError where there is none.
 */
export function recordedCalls(path: string): (trial: string) => Event[] {
  if (!existsSync(path))
    throw new UsageError(`${path} does not exist`, "a run without its journal cannot be played again");
  const file = openSync(path, "r");
  const places = new Map<string, Place[]>();
  let offset = 0;
  for (const { event, length } of entriesOf(file, path)) {
    if (event.type === "call") places.set(event.trial, [...(places.get(event.trial) ?? []), { offset, length }]);
    offset += length;
  }
  return (trial) => (places.get(trial) ?? []).map((place) => JSON.parse(lineAt(file, place)).event as Event);
}

/** The events of a journal as far as whole lines go. */
function* entriesOf(file: number, path: string): Generator<{ event: Event; length: number }> {
  let number = 0;
  for (const { text, length, whole } of linesOf(file)) {
    number += 1;
    const event = eventIn(text);
    if (!whole) return;
    if (!event)
      throw new UsageError(`${path}:${number} is no line of a journal`, "the run cannot be taken up; begin it anew");
    yield { event, length };
  }
}

/** All of an event would take long to check; what is counted here, and its kind, are looked at. */
const isKnown = (event: Event) =>
  TYPES.has(event.type) && (event.type !== "call" || modelCall.safeParse(event.call).success);
const TYPES: ReadonlySet<string> = new Set(eventSchema.options.flatMap(({ shape }) => [...shape.type.values]));

function eventIn(text: string): Event | null {
  try {
    const { schema, event } = JSON.parse(text) as { schema: string; event: Event };
    return schema === "dramatis/journal@1" && typeof event.trial === "string" && isKnown(event) ? event : null;
  } catch {
    return null;
  }
}

/** Writes all bytes: a write to a nearly full disk may take only some. */
export function writeWhole(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** The text that stands at a place of a file. Throws where the file ends before. */
export function lineAt(file: number, { offset, length }: Place): string {
  const bytes = Buffer.alloc(length);
  for (let read = 0; read < length; ) {
    const count = readSync(file, bytes, read, length - read, offset + read);
    if (count === 0) throw new Error("the journal is shorter than what was written to it");
    read += count;
  }
  return bytes.toString("utf8");
}
