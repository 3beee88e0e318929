import { reduce, type ViewEvent } from "./reduce.js";
import type { View } from "./view.js";

/** Time as the screen sees it. */
export interface Clock {
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  every(milliseconds: number, run: () => void): () => void;
}

/** The state of a screen. What is told counts at once; who draws it hears of it at most every 100 ms. */
export interface Store {
  dispatch(event: ViewEvent): void;
  /** The latest state. */
  view(): View;
  /** The state that was last told to be drawn. */
  drawn(): View;
  subscribe(listener: () => void): () => void;
  /** Nothing that happens from here on counts. */
  close(): void;
}

/** Between two drawings, in milliseconds. */
export const DRAW_EVERY = 100;
/** On a slow machine drawing takes at most one part in so many of the time. */
const MOST_DRAWING = 10;

/** A store that begins with a view. `changed` hears of every change, at once. */
export function createStore(opening: View, clock: Clock, changed: (view: View) => void): Store {
  const listeners = new Set<() => void>();
  let view = opening;
  let drawn = opening;
  let nextAt = Number.NEGATIVE_INFINITY;
  let cancel: (() => void) | null = null;
  let closed = false;

  function draw(): void {
    cancel = null;
    drawn = view;
    const began = clock.now();
    for (const listener of listeners) listener();
    const took = clock.now() - began;
    nextAt = began + Math.max(DRAW_EVERY, took * MOST_DRAWING);
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
