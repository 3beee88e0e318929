import type { PlannedTrial } from "../schema/run.js";
import { type Line, span } from "./line.js";
import { firstName } from "./playbill.js";
import { STATE_NAMES, STATES } from "./states.js";
import { aligned, cut, oneLine, padded } from "./text.js";
import type { View } from "./view.js";

/** From this width on, each trial has its state in words and its turns. */
const ROOMY = 84;
const STATE = 22;

/** So many rows of the list of trials, around the selected one; until the reader moves, around what is being played. */
export function trialLines(view: View, columns: number, height: number): Line[] {
  const places = visiblePlaces(view, height);
  const sizes = sizesOf(view, columns);
  return places.map((place, index) => trialLine(view, place, places[index - 1], sizes));
}

/** How many trials are in which state: `▸4 ✓98 ·186`. */
export function countsNote({ counts }: View): Line {
  const shown = STATE_NAMES.filter((state) => counts[state] > 0).sort(
    (one, other) => Number(one === "waiting") - Number(other === "waiting"),
  );
  return shown.flatMap((state, index) => [
    span(index === 0 ? "" : " "),
    span(`${STATES[state].symbol}${counts[state]}`, STATES[state].tone),
  ]);
}

/** The selected trial stands first while the list runs on by itself, half a page at a time: rows that move cannot be read. */
function visiblePlaces({ rows, selected, front, browsing }: View, height: number): number[] {
  const from = (first: number, count: number) =>
    Array.from({ length: Math.min(count, rows.length) }, (_, index) => Math.max(0, first) + index);
  if (rows.length <= height) return from(0, height);
  if (browsing || front < Math.max(selected, height - 1))
    return from(Math.min(selected - Math.floor(height / 2), rows.length - height), height);
  const half = Math.max(1, Math.floor((height - 1) / 2));
  const first = Math.min((Math.floor(front / half) - 1) * half, rows.length - height + 1);
  return selected < first
    ? [selected, ...from(first, height - 1)]
    : from(Math.min(first, rows.length - height), height);
}

interface Sizes {
  person: number;
  scenario: number;
  assistant: number;
  state: number;
}

function sizesOf({ playbill: { widest } }: View, columns: number): Sizes {
  const person = Math.min(12, widest.person);
  const assistant = Math.min(columns >= ROOMY ? 24 : 12, widest.assistant);
  const state = columns >= ROOMY ? 1 + STATE + 8 : 0;
  const scenario = Math.max(4, columns - 4 - person - assistant - state - 3);
  return { person, scenario: Math.min(scenario, widest.scenario), assistant, state };
}

function trialLine(view: View, place: number, above: number | undefined, sizes: Sizes): Line {
  const { playbill } = view;
  const trial = playbill.plan[place] as PlannedTrial;
  const row = view.rows[place] ?? { state: "waiting" as const, turns: 0 };
  const { symbol, word, tone } = STATES[row.state];
  const before = above === place - 1 ? playbill.plan[above] : undefined;
  const same = before?.persona === trial.persona && before.scenario === trial.scenario;
  const chosen = place === view.selected;
  const textTone = chosen ? "strong" : row.state === "waiting" ? "faint" : "plain";
  const pairTone = chosen ? "strong" : same ? "faint" : textTone;
  const repeat = trial.repeat > 0 ? ` ${trial.repeat + 1}` : "";
  return [
    span(chosen ? "❯ " : "  ", "focus"),
    span(`${symbol} `, tone),
    span(`${padded(firstName(playbill, trial.persona), sizes.person)} `, pairTone),
    span(`${padded(oneLine(trial.scenario), sizes.scenario)} `, pairTone),
    // Two repeats differ by their number alone: it is not cut.
    span(
      padded(cut(playbill.short[trial.assistant] ?? "", sizes.assistant - repeat.length) + repeat, sizes.assistant),
      textTone,
    ),
    ...(sizes.state === 0
      ? []
      : [
          span(` ${padded(word, STATE)}`, tone === "good" ? "faint" : tone),
          span(row.turns === 0 ? "" : aligned(`${row.turns} turns`, 8), "faint"),
        ]),
  ];
}
