import type { View } from "./view.js";

/** What a key asks for. */
export type Action =
  | "next"
  | "run-on"
  | "leave"
  | "up"
  | "down"
  | "first"
  | "last"
  | "page-up"
  | "page-down"
  | "pane"
  | "pause"
  | "help"
  | "back"
  | "quit"
  | "interrupt";

/** One row of the table of keys. */
export interface Binding {
  /** What each key of this row asks for, by the key's name. */
  keys: Readonly<Record<string, Action>>;
  shown: string;
  meaning: string;
  /** What the footer says, where it has room. */
  hint: string | null;
  valid(view: View): boolean;
}

const always = () => true;
const unasked = ({ asking }: View) => !asking;
const inPanes = ({ asking, help }: View) => !asking && !help;

/** All keys, most telling first. Help, footer and handling come from here. */
export const KEYS: readonly Binding[] = [
  {
    keys: { p: "pause" },
    shown: "p",
    meaning: "while paused: go on",
    hint: "go on",
    valid: (view) => unasked(view) && !view.over && view.paused,
  },
  {
    keys: { space: "next" },
    shown: "Space",
    meaning: "at reading speed: the next turn now",
    hint: "next turn",
    valid: (view) => inPanes(view) && view.paced !== null,
  },
  {
    keys: { enter: "run-on" },
    shown: "Enter",
    meaning: "at reading speed: all of this trial at once",
    hint: "let all run",
    valid: (view) => inPanes(view) && view.paced !== null,
  },
  {
    keys: { enter: "leave" },
    shown: "Enter",
    meaning: "when the run is over: leave the screen",
    hint: "leave",
    valid: (view) => unasked(view) && view.paced === null && view.over,
  },
  {
    keys: { up: "up", k: "up", down: "down", j: "down" },
    shown: "↑ ↓ k j",
    meaning: "the trial, or the line, before and after",
    hint: "move",
    valid: unasked,
  },
  {
    keys: { tab: "pane" },
    shown: "Tab",
    meaning: "from the trials to the talk and back",
    hint: "other pane",
    valid: inPanes,
  },
  {
    keys: { pageup: "page-up", pagedown: "page-down" },
    shown: "PgUp PgDn",
    meaning: "a page of the talk back and on",
    hint: null,
    valid: unasked,
  },
  { keys: { g: "first", G: "last" }, shown: "g G", meaning: "first and last", hint: null, valid: unasked },
  {
    keys: { p: "pause" },
    shown: "p",
    meaning: "pause: nothing starts, nothing goes on",
    hint: "pause",
    valid: (view) => unasked(view) && !view.over && !view.paused,
  },
  {
    keys: { "?": "help" },
    shown: "?",
    meaning: "these keys",
    hint: "keys",
    valid: unasked,
  },
  {
    keys: { escape: "back" },
    shown: "Esc",
    meaning: "back; never quits",
    hint: "back",
    valid: always,
  },
  {
    keys: { q: "quit" },
    shown: "q",
    meaning: "quit; asks once more while the run goes on",
    hint: "quit",
    valid: always,
  },
  { keys: { "ctrl+c": "interrupt" }, shown: "Ctrl+C", meaning: "interrupt at once", hint: null, valid: always },
];

/** What a key asks for now. */
export function actionFor(name: string, view: View): Action | null {
  return KEYS.find(({ keys, valid }) => Object.hasOwn(keys, name) && valid(view))?.keys[name] ?? null;
}

/** The keys that the footer names: the most telling ones, then help and quitting; back where there is somewhere to go. */
export function hintsFor(view: View): readonly { shown: string; hint: string }[] {
  const hints = KEYS.flatMap(({ shown, hint, valid }) => (hint !== null && valid(view) ? [{ shown, hint }] : []));
  const fixed = view.help || view.asking || view.pane === "transcript" ? ["Esc", "?", "q"] : ["?", "q"];
  const telling = hints.filter(({ shown }) => !["?", "q", "Esc"].includes(shown));
  return [...telling.slice(0, MOST - fixed.length), ...hints.filter(({ shown }) => fixed.includes(shown))];
}

const MOST = 5;
