import stringWidth from "string-width";
import { harmless } from "../core/harmless.js";

// Joiners, variation selectors and skin tones: terminals disagree about the width of what they make.
const UNSETTLED = /[\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}]/gu;

/** Text that is safe to draw, and of a width that terminals agree on. Newlines stay. */
export function drawable(text: string): string {
  return harmless(text).replace(UNSETTLED, "").replaceAll("\t", "  ");
}

/** The same on one line. */
export function oneLine(text: string): string {
  return drawable(text).replace(/\s+/g, " ").trim();
}

// Printable ASCII, Latin letters with accents, and the signs that screens are drawn with: a column each.
const PLAIN = /^[ -~\u00c0-\u024f─━│┈…·✓✗▸○●◆◇↳↑↓❯‖▍]*$/;

/** Columns that a text takes. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** What a text is made of to a reader: no character with its marks is ever torn. */
export function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

/** At most so many columns of a text; an ellipsis where something is left out. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  if (columns < 1) return "";
  let kept = "";
  let taken = 0;
  for (const piece of graphemes(text)) {
    const width = widthOf(piece);
    if (taken + width > columns - 1) break;
    kept += piece;
    taken += width;
  }
  return `${kept.trimEnd()}…`;
}

/** Exactly so many columns: cut, or filled up with spaces on the right. */
export function padded(text: string, columns: number): string {
  const short = cut(text, columns);
  return short + " ".repeat(Math.max(0, columns - widthOf(short)));
}

/** Exactly so many columns, the text at the right end. */
export function aligned(text: string, columns: number): string {
  const short = cut(text, columns);
  return " ".repeat(Math.max(0, columns - widthOf(short))) + short;
}
