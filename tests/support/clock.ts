import type { Clock } from "../../src/core/clock.js";

/** A clock that stands until it is told to go on. */
export interface HandClock extends Clock {
  /** Lets so many milliseconds pass, and all that is due in them happen. */
  pass(milliseconds: number): void;
}

interface Alarm {
  at: number;
  run(): void;
  again: number | null;
}

export function handClock(): HandClock {
  let now = 0;
  const alarms = new Set<Alarm>();
  const set = (alarm: Alarm) => {
    alarms.add(alarm);
    return () => void alarms.delete(alarm);
  };
  return {
    wall: () => new Date(now).toISOString(),
    now: () => now,
    after: (milliseconds, run) => set({ at: now + milliseconds, run, again: null }),
    every: (milliseconds, run) => set({ at: now + milliseconds, run, again: milliseconds }),
    pass(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const [next] = [...alarms].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
        if (!next) break;
        now = next.at;
        if (next.again === null) alarms.delete(next);
        else next.at += next.again;
        next.run();
      }
      now = until;
    },
  };
}

/** Resolves when all that can go on without time passing has gone on. */
export const atRest = () => new Promise<void>((done) => void setImmediate(done));
