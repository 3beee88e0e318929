import type { Clock } from "../core/clock.js";
import type { Model } from "../core/model.js";
import { waitingLine } from "./waitingLine.js";

/** Milliseconds after which nobody waits for a trial that has not asked again: it ended, or waits for something else. */
const PATIENCE = 10;

/** Where answers wait until whoever got the one before has asked again; shared by the trials of a run. */
export interface Turnstile {
  /** Resolves when it is one's turn. Throws the abort reason where the signal comes first. */
  enter(signal: AbortSignal): Promise<void>;
  /** Lets the next pass. */
  turn(): void;
}

/**
 * Trials that begin together are answered together. What they do then would be interleaved, so that the first asks again
 * hardly before the last, and in each round all wait for all. Handed over one at a time, answers come apart: the first
 * trial asks again while the others are still to be looked at (what that gains: docs/performance.md).
 */
export function turnstile(clock: Clock): Turnstile {
  let callOff: (() => void) | null = null;
  const line = waitingLine<null, void>(() => {
    if (callOff !== null) return null;
    callOff = clock.after(PATIENCE, turn);
    return { pass: undefined };
  });

  function turn(): void {
    callOff?.();
    callOff = null;
    line.move();
  }

  return { enter: (signal) => line.enter(null, signal), turn };
}

/** A model whose answers are handed over one at a time. */
export function inTurn(model: Model, gate: Turnstile): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const answer = model.complete(question, hooks);
      gate.turn();
      const completion = await answer;
      await gate.enter(hooks.signal);
      return completion;
    },
  };
}
