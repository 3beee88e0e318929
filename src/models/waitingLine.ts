/** What becomes of the first in a line now: it goes in, it is refused, or it waits (null). */
export type Turn<Pass> = { pass: Pass } | { refusal: unknown } | null;

/** Where calls wait, first come first served: nobody overtakes who asks for less. */
export interface WaitingLine<Wish, Pass> {
  /** Resolves when the wish is granted. Throws what it is refused with, and the abort reason where the signal comes first. */
  enter(wish: Wish, signal: AbortSignal): Promise<Pass>;
  /** Looks at the first again, and at those behind it, for something has changed. */
  move(): void;
}

/** A line whose first is looked at by `turn`, which grants what it lets pass. `idle` is told when nobody waits any more. */
export function waitingLine<Wish, Pass>(
  turn: (wish: Wish) => Turn<Pass>,
  idle: () => void = () => {},
): WaitingLine<Wish, Pass> {
  const line: { wish: Wish; leave(): void; resolve(pass: Pass): void; reject(reason: unknown): void }[] = [];

  function move(): void {
    for (let first = line[0]; first; first = line[0]) {
      const found = turn(first.wish);
      if (found === null) return;
      line.shift();
      first.leave();
      if ("pass" in found) first.resolve(found.pass);
      else first.reject(found.refusal);
    }
    idle();
  }

  return {
    move,
    enter: (wish, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const quit = () => {
          line.splice(line.indexOf(entry), 1);
          reject(signal.reason);
          move();
        };
        const entry = { wish, resolve, reject, leave: () => signal.removeEventListener("abort", quit) };
        signal.addEventListener("abort", quit, { once: true });
        line.push(entry);
        move();
      }),
  };
}
