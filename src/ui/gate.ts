/** Where trials wait while a run is paused. */
export interface Gate {
  pass(): Promise<void>;
  set(closed: boolean): void;
}

/** A gate that stands open. */
export function openGate(): Gate {
  let waiting: PromiseWithResolvers<void> | null = null;
  return {
    pass: () => waiting?.promise ?? Promise.resolve(),
    set(closed) {
      if (closed && !waiting) waiting = Promise.withResolvers();
      if (closed) return;
      waiting?.resolve();
      waiting = null;
    },
  };
}
