import { closeSync, existsSync, fdatasync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import type { Clock } from "../core/clock.js";
import { UsageError } from "../core/errors.js";
import { addCall, noUsage } from "../core/usage.js";
import type { Event, Outcome } from "../schema/event.js";
import type { Usage } from "../schema/usage.js";
import { type Damage, type Entry, entriesOf, journalLine } from "./journalLines.js";
import type { Place } from "./lines.js";

/** An append-only file of events, one a line. One writer; a line is with the operating system before `write` returns. */
export interface Journal {
  /** Throws where the disk does not take the line, or did not take an earlier one. */
  write(event: Event): void;
  /** The events of the last attempt at a trial, read back from the file, unchecked: a journal wrote them. */
  read(trial: string): Event[];
  /** How the last attempt at a trial ended; null where it did not, and where a line of it is gone. */
  outcome(trial: string): Outcome | null;
  /** The model calls of all attempts at a trial, and where those attempts ended. */
  calls(trial: string): Event[];
  /** What all recorded calls used, and how many of them went out twice. */
  used: Usage;
  repeated(): number;
  forget(trial: string): void;
  /** What was not as it was written when it was opened. */
  damage: readonly Damage[];
  /** The trials of whose last attempt lines are gone, and those that have begun and not ended. */
  torn(): string[];
  unended(): string[];
  /** Resolves when all that was written so far is on the disk. */
  sync(): Promise<void>;
  close(): void;
}

/** What is known of a trial without reading it: where its lines stand. */
interface Kept {
  events: Place[];
  calls: Place[];
  outcome: Outcome | null;
  step: number;
  torn: boolean;
}

const SECOND = 1000;
const toDisk = promisify(fdatasync);

/**
 * Opens a journal, new or to go on with, which is synced to the disk once a second beside what `sync` asks for. Memory
 * holds the places of lines only. A last line that was cut short is cut off, and what was damaged is passed over and
 * told. Throws where a new one exists already, and UsageError where a damaged one is too old to tell whose lines are gone.
 */
export function openJournal(path: string, clock: Clock, from: "new" | "existing"): Journal {
  const file = openSync(path, from === "new" ? "ax+" : "a+");
  const trials = new Map<string, Kept>();
  const used = noUsage();
  let repeated = 0;
  const damage: Damage[] = [];
  let last = 0;
  let end = 0;
  let safe = 0;
  let broken: unknown;

  function keep({ event, line, step, torn }: Entry, place: Place): void {
    const kept = trials.get(event.trial) ?? { events: [], calls: [], outcome: null, step: 0, torn: false };
    trials.set(event.trial, kept);
    last = line;
    kept.step = step;
    kept.torn ||= torn;
    if (event.type === "trial.started") Object.assign(kept, { events: [], outcome: null, torn: false });
    if (event.type === "call") addCall(used, event.call);
    if (event.type === "call.started" && event.again) repeated += 1;
    if (event.type === "trial.ended") kept.outcome = event.outcome;
    if (event.type === "call" || event.type === "call.started") kept.calls.push(place);
    else kept.events.push(place);
    // An end that is not to be trusted says nothing of which recorded answers may stay.
    if (event.type === "trial.ended" && !kept.torn) kept.calls.push(place);
  }

  function takeUp(): void {
    for (const { entry, offset, length } of entriesOf(file, path, (found) => damage.push(found))) {
      if (entry) keep(entry, { offset, length });
      end = offset + length;
    }
    ftruncateSync(file, end);
  }

  async function sync(): Promise<void> {
    const upTo = end;
    if (upTo === safe) return;
    await toDisk(file);
    safe = Math.max(safe, upTo);
  }

  if (from === "existing") takeUp();

  const stop = clock.every(SECOND, () => {
    sync().catch((error: unknown) => {
      broken = error;
    });
  });
  const named = (which: (kept: Kept) => boolean) => [...trials].filter(([, kept]) => which(kept)).map(([id]) => id);
  const eventsAt = (places: readonly Place[] = []) =>
    places.map((place) => JSON.parse(lineAt(file, place)).event as Event);

  return {
    write(event) {
      if (broken !== undefined) throw broken;
      const numbers = { line: last + 1, step: (trials.get(event.trial)?.step ?? 0) + 1 };
      const line = Buffer.from(journalLine(numbers, clock.wall(), event));
      writeWhole(file, line);
      keep({ event, ...numbers, torn: false }, { offset: end, length: line.length });
      end += line.length;
    },
    read: (trial) => eventsAt(trials.get(trial)?.events),
    outcome(trial) {
      const kept = trials.get(trial);
      return kept && !kept.torn ? kept.outcome : null;
    },
    calls: (trial) => eventsAt(trials.get(trial)?.calls),
    used,
    repeated: () => repeated,
    forget: (trial) => trials.delete(trial),
    damage,
    torn: () => named(({ torn }) => torn),
    unended: () => named(({ torn, outcome }) => !torn && outcome === null),
    sync,
    close() {
      stop();
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/**
 * The model calls of a journal that nobody writes to, by trial; what of it is damaged is passed over and noticed. The file
 * stays open until the process ends. Throws UsageError where there is none.
 */
export function recordedCalls(path: string, notice: (damage: Damage) => void): (trial: string) => Event[] {
  if (!existsSync(path))
    throw new UsageError(`${path} does not exist`, "a run without its journal cannot be played again");
  const file = openSync(path, "r");
  const places = new Map<string, Place[]>();
  for (const { entry, offset, length } of entriesOf(file, path, notice)) {
    if (entry?.event.type !== "call") continue;
    const { trial } = entry.event;
    places.set(trial, [...(places.get(trial) ?? []), { offset, length }]);
  }
  return (trial) => (places.get(trial) ?? []).map((place) => JSON.parse(lineAt(file, place)).event as Event);
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
