import type { Clock } from "../core/clock.js";

/** The clock of this machine. Its timers keep no process alive. */
export const systemClock: Clock = {
  wall: () => new Date().toISOString(),
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds).unref();
    return () => clearTimeout(timer);
  },
  every(milliseconds, work) {
    const timer = setInterval(work, milliseconds).unref();
    return () => clearInterval(timer);
  },
};
