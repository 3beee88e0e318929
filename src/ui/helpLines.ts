import { KEYS } from "./keys.js";
import { type Line, span } from "./line.js";
import { STATE_NAMES, STATES } from "./states.js";
import { padded } from "./text.js";

/** All keys and all symbols. */
export function helpLines(): Line[] {
  return [
    ...KEYS.map(({ shown, meaning }): Line => [span(`  ${padded(shown, 10)}`, "strong"), span(meaning)]),
    [],
    ...STATE_NAMES.map(
      (state): Line => [span(`  ${padded(STATES[state].symbol, 10)}`, STATES[state].tone), span(STATES[state].word)],
    ),
    ...MARKS.map(([symbol, meaning]): Line => [span(`  ${padded(symbol, 10)}`, "mark"), span(meaning)]),
  ];
}

const MARKS = [
  ["↳ ◇", "in the talk: a beat of the script; a probe, and what is right at it"],
  ["✓ ✗", "in the talk: what was chosen is among the best for this person, or not"],
  ["↑ ↓", "at a score: higher is better, lower is better; - unknown so far"],
] as const;
