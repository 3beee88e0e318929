import type { Clock } from "../core/clock.js";
import { reduce, type ViewEvent } from "./reduce.js";
import type { View } from "./view.js";

/** The state of a screen. What is told counts at once; who draws it hears of it at most every 100 ms. */
export interface Store {
  dispatch(event: ViewEvent): void;
  /** The latest state. */
  view(): View;
  /** The state that was last told to be drawn. */
  drawn(): View;
  /** Tells how long a drawing took. */
  took(milliseconds: number): void;
  subscribe(listener: () => void): () => void;
  /** Nothing that happens from here on counts. */
  close(): void;
}

/** Between two drawings, in milliseconds. */
export const DRAW_EVERY = 100;
/** Where drawing is slow it takes at most one part in so many of the time. */
const MOST_DRAWING = 15;

/** A store that begins with a view. `changed` hears of every change, at once. */
export function createStore(opening: View, clock: Clock, changed: (view: View) => void): Store {
  const listeners = new Set<() => void>();
  let view = opening;
  let drawn = opening;
  let drawnAt = 0;
  let nextAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let closed = false;

  function draw(): void {
    cancel = null;
    drawn = view;
    drawnAt = clock.now();
    nextAt = drawnAt + DRAW_EVERY;
    for (const listener of listeners) listener();
  }

  return {
    dispatch(event) {
      const next = closed ? view : reduce(view, event);
      if (next === view) return;
      view = next;
      const wait = nextAt - clock.now();
      if (cancel === null && wait > 0) cancel = clock.after(wait, draw);
      else if (cancel === null) draw();
      changed(view);
    },
    view: () => view,
    drawn: () => drawn,
    took(milliseconds) {
      nextAt = Math.max(nextAt, drawnAt + milliseconds * MOST_DRAWING);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      closed = true;
      cancel?.();
      cancel = null;
      listeners.clear();
    },
  };
}
