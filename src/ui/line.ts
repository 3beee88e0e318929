import { cut, widthOf } from "./text.js";
import type { Tone } from "./theme.js";

/** A piece of text in one tone. */
export interface Span {
  text: string;
  tone: Tone;
}

/** One row of a pane. */
export type Line = readonly Span[];

/** A piece of text; plain where no tone is given. */
export function span(text: string, tone: Tone = "plain"): Span {
  return { text, tone };
}

/** Columns that a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** At most so many columns of a line; an ellipsis where something is left out. */
export function fitted(line: Line, columns: number): Line {
  if (lineWidth(line) <= columns) return line;
  const spans: Span[] = [];
  let left = columns;
  for (const { text, tone } of line) {
    const width = widthOf(text);
    spans.push(span(cut(text, left), tone));
    left -= width;
    if (left <= 0) break;
  }
  return spans;
}

/** A title at the left of a rule, a note at its right. The rule of the pane that has the keys is heavy. */
export function titleLine(title: Line, note: Line, columns: number, focused: boolean): Line {
  const stroke = focused ? "━" : "─";
  const tone: Tone = focused ? "focus" : "rule";
  const ending: Line = note.length === 0 ? [] : [span(" "), ...note, span(` ${stroke}`, tone)];
  const room = columns - lineWidth(ending) - 4;
  const shown = lineWidth(title) <= room ? title : fitted(title, Math.max(1, room));
  const rest = columns - 3 - lineWidth(shown) - lineWidth(ending);
  return fitted(
    [span(`${stroke} `, tone), ...shown, span(` ${stroke.repeat(Math.max(0, rest))}`, tone), ...ending],
    columns,
  );
}
