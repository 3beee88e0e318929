import type { Event } from "../schema/event.js";

/** How fast the first trial is shown. */
export type Pace = "off" | "read" | "slow";

/** A trial that is shown slower than it is played. The engine does not wait for it. */
export interface Paced {
  trial: string;
  /** How many of its events are on screen. */
  shown: number;
  /** When the next turn is due, in milliseconds of the clock. */
  due: number;
  /** How long a word stands before the next turn, in milliseconds. */
  perWord: number;
  pace: Exclude<Pace, "off">;
}

/** How long a whole trial takes to be shown, in milliseconds. */
const WHOLE: Readonly<Record<Exclude<Pace, "off">, number>> = { read: 25_000, slow: 100_000 };
/** Words of a trial while its length is not known; the shipped scenarios have 480 to 860. */
const USUAL_WORDS = 900;
/** A turn costs as much as so many words before its first is read. */
const GLANCE = 4;
/** How long the end stands, in milliseconds. */
const END_STANDS = 2_000;
/** A turn that is late by more than this is counted from now, in milliseconds. */
const LATEST = 200;

/** A trial to be shown from its start. */
export function pacedFrom(trial: string, pace: Exclude<Pace, "off">, now: number): Paced {
  return { trial, shown: 0, due: now, perWord: WHOLE[pace] / USUAL_WORDS, pace };
}

/** Sets the pace by the real length of the trial, once its end is known. */
export function timed(paced: Paced, events: readonly Event[]): Paced {
  const words = events.reduce((sum, event) => sum + costOf(event), 0);
  return { ...paced, perWord: WHOLE[paced.pace] / Math.max(1, words) };
}

/** What is on screen at a moment: all turns that are due by then. */
export function paceAt(paced: Paced, events: readonly Event[], now: number): Paced {
  let current = withClosing(paced, events, now);
  while (now >= current.due) {
    const next = nextTurn(current, events, Math.max(current.due, now - LATEST));
    if (next === current) break;
    current = next;
  }
  return current;
}

/** The same with one more turn, where there is one. */
export function nextTurn(paced: Paced, events: readonly Event[], now: number): Paced {
  const turn = events.findIndex(({ type }, index) => index >= paced.shown && type === "turn");
  if (turn < 0) return events.at(-1)?.type === "trial.ended" ? withClosing(paced, events, now, events.length) : paced;
  const due = now + costOf(events[turn] as Event) * paced.perWord;
  return withClosing({ ...paced, due }, events, now, turn + 1);
}

/** Whether all of it has been shown, and has stood long enough. */
export function isShown(paced: Paced, events: readonly Event[], now: number): boolean {
  return paced.shown >= events.length && events.at(-1)?.type === "trial.ended" && now >= paced.due;
}

/** What belongs to the turn before it. */
const CLOSING = new Set(["probe", "fork", "session.closed", "trial.ended"]);

/** Shows up to `from`, and what belongs to the turn before that. */
function withClosing(paced: Paced, events: readonly Event[], now: number, from = paced.shown): Paced {
  let shown = from;
  while (CLOSING.has(events[shown]?.type ?? "")) shown += 1;
  if (shown === paced.shown) return paced;
  const over = events[shown - 1]?.type === "trial.ended";
  return { ...paced, shown, due: over ? Math.max(paced.due, now + END_STANDS) : paced.due };
}

function costOf(event: Event): number {
  return event.type === "turn" ? event.turn.text.split(/\s+/).length + GLANCE : 0;
}
