import type { Event } from "../schema/event.js";
import { type Pace, type Paced, pacedFrom } from "./pacing.js";
import type { Playbill } from "./playbill.js";
import type { TrialState } from "./states.js";
import { EMPTY_TALLY, type Tally } from "./tally.js";

/** How far a trial has come; `seen` counts its events. */
export interface Row {
  state: TrialState;
  turns: number;
  seen: number;
}

/** The talk of a trial as far as it is known here, and the words that are just being streamed. */
export interface Transcript {
  events: readonly Event[];
  partial: { speaker: "user" | "assistant"; text: string } | null;
}

/** Which part of the screen has the arrow keys. */
export type Pane = "trials" | "transcript";

/** Everything a run's screen shows. It holds the talk of two trials at most: the selected one and the paced one. */
export interface View {
  playbill: Playbill;
  /** Where a trial stands in the plan. */
  places: ReadonlyMap<string, number>;
  rows: readonly Row[];
  counts: Readonly<Record<TrialState, number>>;
  /** Index of the last trial that started. */
  front: number;
  selected: number;
  transcripts: Readonly<Record<string, Transcript>>;
  paced: Paced | null;
  tally: Tally;
  /** When the latest trials ended, and since when that is counted. */
  ends: readonly number[];
  since: number;
  /** Trials a second, looked at once a second; null while unknown. */
  rate: number | null;
  started: number;
  now: number;
  pane: Pane;
  /** First line of the transcript on screen; null follows the end. */
  top: number | null;
  help: boolean;
  helpTop: number;
  paused: boolean;
  /** The reader has moved about: the screen does not go away by itself. */
  browsing: boolean;
  /** `q` was pressed once while the run goes on. */
  asking: boolean;
  /** The reader wants the run to stop. */
  quitting: boolean;
  over: boolean;
  /** How many votes of a judge are in, after the trials; null before. */
  judged: { done: number; of: number } | null;
  /** The screen may go. */
  left: boolean;
}

/** The screen before the first event. */
export function openingView(playbill: Playbill, opening: string | null, pace: Pace, now: number): View {
  const places = new Map(playbill.plan.map(({ id }, index) => [id, index]));
  const selected = places.get(opening ?? "") ?? 0;
  return {
    playbill,
    places,
    rows: playbill.plan.map(() => ({ state: "waiting", turns: 0, seen: 0 })),
    counts: {
      waiting: playbill.plan.length,
      playing: 0,
      completed: 0,
      "gave-up": 0,
      assistant_error: 0,
      simulator_error: 0,
      infrastructure_error: 0,
    },
    front: selected,
    selected,
    transcripts: opening === null ? {} : { [opening]: { events: [], partial: null } },
    paced: opening === null || pace === "off" ? null : pacedFrom(opening, pace, now),
    tally: EMPTY_TALLY,
    ends: [],
    since: now,
    rate: null,
    started: now,
    now,
    pane: "trials",
    top: null,
    help: false,
    helpTop: 0,
    paused: false,
    browsing: false,
    asking: false,
    quitting: false,
    over: false,
    judged: null,
    left: false,
  };
}

/** The id of the selected trial. */
export function selectedTrial({ playbill, selected }: View): string {
  return playbill.plan[selected]?.id ?? "";
}

/** The selected trial whose talk has to be read back, for it is known here in part or not at all. */
export function missingTranscript(view: View): string | null {
  const trial = selectedTrial(view);
  const seen = view.rows[view.selected]?.seen ?? 0;
  return (view.transcripts[trial]?.events.length ?? 0) < seen ? trial : null;
}

/** Trials that have ended. */
export function doneCount({ counts, playbill }: View): number {
  return playbill.plan.length - counts.waiting - counts.playing;
}

/** The events of a trial that are on screen; null where none is known. */
export function shownEvents({ transcripts, paced }: View, trial: string): readonly Event[] | null {
  const events = transcripts[trial]?.events ?? null;
  return paced?.trial === trial && events ? events.slice(0, paced.shown) : events;
}

/** The words that are being streamed, where all before them is on screen. */
export function liveWords({ transcripts, paced }: View, trial: string): Transcript["partial"] {
  const transcript = transcripts[trial];
  if (!transcript || (paced?.trial === trial && paced.shown < transcript.events.length)) return null;
  return transcript.partial;
}
