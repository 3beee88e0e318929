import type { Clock } from "../core/clock.js";

/** The clock of this machine. A process waits for what is to come once, such as the next try of a call; never for a beat. */
export const systemClock: Clock = {
  wall: () => new Date().toISOString(),
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
