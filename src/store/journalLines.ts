import { crc32 } from "node:zlib";
import { UsageError } from "../core/errors.js";
import { modelCall } from "../schema/call.js";
import { type Event, event as eventSchema } from "../schema/event.js";
import { linesOf, type Place } from "./lines.js";

/** The number of a line in its journal and among the lines of its trial, both from 1. They show where lines are gone. */
export interface Numbers {
  line: number;
  step: number;
}

/** An event as it stands in a journal. */
export interface Entry extends Numbers {
  event: Event;
  /** A line of this trial before it is gone. */
  torn: boolean;
}

/** Something in a journal that is not as it was written. */
export interface Damage {
  /** The line of the file where it shows, from 1. */
  at: number;
  /** Unreadable: none of a journal, or not what its sum says. Stray: a line that had its place before. */
  what: "missing" | "unreadable" | "stray";
  lines: number;
}

const SCHEMA = "dramatis/journal@1";
const SUM = ',"sum":';

/** One line with a CRC-32 of what stands before it, which a disk's fault or an edit by hand is seen by. */
export function journalLine(numbers: Numbers, wall: string, event: Event): string {
  return `${withSum(JSON.stringify({ schema: SCHEMA, ...numbers, wall, event }).slice(0, -1))}\n`;
}

const withSum = (text: string) => `${text}${SUM}${crc32(text)}}`;

/**
 * The whole lines of a journal with what stands in them: null for what had to be passed over, which is noticed. Lines of
 * older versions have no numbers, so that nobody knows whose line is gone: there UsageError is thrown.
 */
export function* entriesOf(
  file: number,
  path: string,
  notice: (damage: Damage) => void,
): Generator<Place & { entry: Entry | null }> {
  const steps = new Map<string, number>();
  let line = 0;
  let at = 0;
  let numbered = false;
  let unreadable: number[] = [];
  const refuseUncounted = () => {
    const [first] = unreadable;
    if (first !== undefined && !numbered)
      throw new UsageError(`${path}:${first} is no line of a journal`, "the run cannot be taken up; begin it anew");
  };
  for (const { text, whole, ...place } of linesOf(file)) {
    if (!whole) break;
    at += 1;
    const read = lineIn(text);
    if (!read) {
      unreadable.push(at);
      yield { ...place, entry: null };
      continue;
    }
    const { event, numbers } = read;
    numbered = numbers !== null;
    refuseUncounted();
    for (const one of unreadable) notice({ at: one, what: "unreadable", lines: 1 });
    const step = (steps.get(event.trial) ?? 0) + 1;
    const { line: own, step: ownStep } = numbers ?? { line: line + 1, step };
    const gone = own - line - 1 - unreadable.length;
    unreadable = [];
    if (own <= line) {
      notice({ at, what: "stray", lines: 1 });
      yield { ...place, entry: null };
      continue;
    }
    if (gone > 0) notice({ at, what: "missing", lines: gone });
    line = own;
    steps.set(event.trial, ownStep);
    yield { ...place, entry: { event, line: own, step: ownStep, torn: ownStep !== step } };
  }
  refuseUncounted();
  for (const one of unreadable) notice({ at: one, what: "unreadable", lines: 1 });
}

/** All of an event would take long to check; what is counted here, and its kind, are looked at. */
const isKnown = (event: Event) =>
  TYPES.has(event.type) && (event.type !== "call" || modelCall.safeParse(event.call).success);
const TYPES: ReadonlySet<string> = new Set(eventSchema.options.flatMap(({ shape }) => [...shape.type.values]));

function lineIn(text: string): { event: Event; numbers: Numbers | null } | null {
  try {
    const { schema, line, step, event } = JSON.parse(text) as Partial<Numbers> & { schema: string; event: Event };
    if (schema !== SCHEMA || typeof event.trial !== "string" || !isKnown(event)) return null;
    if (line === undefined || step === undefined) return line === step ? { event, numbers: null } : null;
    const summed = text.slice(0, text.lastIndexOf(SUM));
    return text === withSum(summed) ? { event, numbers: { line, step } } : null;
  } catch {
    return null;
  }
}
