import type { Pane } from "./view.js";

/** Where everything stands on a terminal. The frame is one row lower than the terminal: it never scrolls. */
export interface Layout {
  columns: number;
  /** Rows of the panes, their titles included. */
  body: number;
  /** Columns of the two panes; 0 for one that has no place beside the other. */
  left: number;
  right: number;
  /** Rows of the trials and of the scores under them, their titles included. */
  trials: number;
  scores: number;
}

/** The smallest terminal that shows anything. */
export const SMALLEST = { columns: 60, rows: 15 };
/** Under this width one pane is shown at a time. */
const BOTH = 76;
/** Columns between two panes. */
export const BETWEEN = 2;
const LEAST_TRIALS = 4;
const LEAST_SCORES = 4;

/** The layout of a terminal; null where it is too small. `head` is how many rows the head takes. */
export function layoutOf(
  { columns, rows }: { columns: number; rows: number },
  { head, arms, pane }: { head: number; arms: number; pane: Pane },
): Layout | null {
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return null;
  const body = rows - 1 - head - 1;
  const scores = Math.min(arms + 2, body - LEAST_TRIALS, Math.max(LEAST_SCORES, Math.floor(body / 2)));
  const fitting = scores < LEAST_SCORES ? 0 : scores;
  const widths =
    columns >= BOTH ? both(columns) : pane === "trials" ? { left: columns, right: 0 } : { left: 0, right: columns };
  return { columns, body, ...widths, trials: body - fitting, scores: fitting };
}

function both(columns: number): { left: number; right: number } {
  const left = Math.min(92, Math.max(39, Math.round(columns * 0.44)));
  return { left, right: columns - left - BETWEEN };
}
