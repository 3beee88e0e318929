import { hintsFor } from "./keys.js";
import { fitted, type Line, lineWidth, span } from "./line.js";
import type { View } from "./view.js";

/** The last line: a question where there is one, and the keys that count now; where room is short, the less telling go. */
export function footLine(view: View, columns: number): Line {
  const question: Line = view.asking ? [span(" Quit? What is finished is kept. ", "warn")] : [];
  const hints = hintsFor(view).map(
    ({ shown, hint }): Line => [span(` ${short(shown)} `, "strong"), span(`${worded(view, hint)} `, "faint")],
  );
  while (hints.length > 1 && lineWidth([...question, ...hints.flat()]) > columns) hints.splice(-KEPT - 1, 1);
  return fitted([...question, ...hints.flat()], columns);
}

/** Help and quitting stay longest. */
const KEPT = 2;

/** The first two of the keys that do the same. */
const short = (shown: string) => (shown.startsWith("↑ ↓") ? "↑↓" : shown);

function worded({ asking }: View, hint: string): string {
  if (!asking) return hint;
  return hint === "quit" ? "quit now" : hint === "back" ? "go on" : hint;
}
