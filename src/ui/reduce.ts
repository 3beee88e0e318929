import type { Event } from "../schema/event.js";
import { type Command, obeyed } from "./commands.js";
import { isShown, nextTurn, paceAt, timed } from "./pacing.js";
import { rateAt, withEnd } from "./progress.js";
import type { TrialState } from "./states.js";
import { type Committed, tallied } from "./tally.js";
import { liveWords, type Row, type Transcript, type View } from "./view.js";

/** What can happen to a screen: what the run tells, what the reader wants, and time. */
export type ViewEvent =
  | { type: "event"; event: Event; now: number }
  | { type: "delta"; trial: string; speaker: "user" | "assistant"; text: string }
  | { type: "committed"; trial: Committed }
  | { type: "read"; trial: string; events: readonly Event[] }
  | { type: "judged"; done: number; of: number }
  | { type: "tick"; now: number }
  | { type: "over"; now: number }
  | { type: "command"; command: Command; now: number };

/** The screen after something happened. Pure; the same view where nothing on it changes. */
export function reduce(view: View, happened: ViewEvent): View {
  if (happened.type === "event") return told(view, happened.event, happened.now);
  if (happened.type === "delta") return streamed(view, happened);
  if (happened.type === "committed")
    return { ...view, tally: tallied(view.tally, happened.trial, view.playbill.baselines) };
  if (happened.type === "read") return withTranscript(view, happened.trial, { events: happened.events, partial: null });
  if (happened.type === "judged") return { ...view, judged: { done: happened.done, of: happened.of } };
  if (happened.type === "tick") return ticked(view, happened.now);
  if (happened.type === "over") return leaving({ ...view, over: true, asking: false, now: happened.now });
  return leaving(kept(obeyed(view, happened.command, happened.now)));
}

function told(view: View, event: Event, now: number): View {
  const place = view.places.get(event.trial);
  const before = place === undefined ? undefined : view.rows[place];
  if (place === undefined || !before) return view;
  const row = rowAfter(before, event);
  const rows = view.rows.with(place, row);
  const front = event.type === "trial.started" ? Math.max(view.front, place) : view.front;
  const ends = event.type === "trial.ended" ? withEnd(view.ends, now) : view.ends;
  const next = { ...view, rows, front, ends, counts: recounted(view.counts, before, row) };
  return paced(heard(next, event, row), event, liveWords(view, event.trial) !== null, now);
}

function rowAfter({ state, turns, seen }: Row, event: Event): Row {
  const next = event.type === "trial.ended" ? event.outcome : event.type === "trial.started" ? "playing" : state;
  return { state: next, turns: turns + (event.type === "turn" ? 1 : 0), seen: seen + 1 };
}

function recounted(counts: View["counts"], before: Row, after: Row): Readonly<Record<TrialState, number>> {
  if (before.state === after.state) return counts;
  return { ...counts, [before.state]: counts[before.state] - 1, [after.state]: counts[after.state] + 1 };
}

/** Keeps the event where the talk is kept and whole up to it. */
function heard(view: View, event: Event, { seen }: Row): View {
  const transcript = view.transcripts[event.trial];
  if (transcript?.events.length !== seen - 1) return view;
  const partial = event.type === "turn" || event.type === "trial.ended" ? null : transcript.partial;
  return withTranscript(view, event.trial, { events: [...transcript.events, event], partial });
}

/** Words that were read as they came stay, as the turn they became; a trial that is over gets its real pace. */
function paced(view: View, event: Event, wasLive: boolean, now: number): View {
  if (view.paced?.trial !== event.trial) return view;
  const events = view.transcripts[event.trial]?.events ?? [];
  const current = event.type === "trial.ended" ? timed(view.paced, events) : view.paced;
  const next = event.type === "turn" && wasLive ? nextTurn(current, events, now) : current;
  return { ...view, paced: paceAt(next, events, now) };
}

function streamed(
  view: View,
  { trial, speaker, text }: { trial: string; speaker: "user" | "assistant"; text: string },
): View {
  const transcript = view.transcripts[trial];
  if (!transcript) return view;
  const before = transcript.partial?.speaker === speaker ? transcript.partial.text : "";
  return withTranscript(view, trial, { ...transcript, partial: { speaker, text: before + text } });
}

function ticked(view: View, now: number): View {
  const second = Math.floor((now - view.started) / 1000) !== Math.floor((view.now - view.started) / 1000);
  const current = second && !view.over ? { ...view, now, rate: view.paused ? null : rateAt(view, now) } : view;
  if (!view.paced || view.paused) return current;
  const events = view.transcripts[view.paced.trial]?.events ?? [];
  const next = paceAt(view.paced, events, now);
  if (isShown(next, events, now)) return leaving(kept({ ...current, paced: null }));
  return next === view.paced ? current : { ...current, paced: next };
}

/** A screen with nothing left to show goes away by itself, unless the reader is looking around. */
function leaving(view: View): View {
  return view.over && !view.paced && !view.browsing && !view.left ? { ...view, left: true } : view;
}

/** Forgets the talk of trials that are neither selected nor paced. */
function kept(view: View): View {
  const wanted = [view.playbill.plan[view.selected]?.id, view.paced?.trial];
  const entries = Object.entries(view.transcripts);
  const left = entries.filter(([trial]) => wanted.includes(trial));
  return left.length === entries.length ? view : { ...view, transcripts: Object.fromEntries(left) };
}

function withTranscript(view: View, trial: string, transcript: Transcript): View {
  return { ...view, transcripts: { ...view.transcripts, [trial]: transcript } };
}
