import { type Clock, sleep } from "../core/clock.js";
import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";

/** How long a call is tried for. */
export interface Patience {
  /** Tries in all, the first among them. */
  tries: number;
  /** Seconds from the first request, after which no other begins. */
  seconds: number;
}

/** What may pass by itself. Keys, overlong prompts and refusals do not. */
const PASSING = new Set(["rate-limit", "server", "network", "timeout", "cut-stream", "invalid-output", "empty"]);

/** The wait before the second try at most, in milliseconds; it doubles with each, up to the longest. */
const FIRST = 500;
const LONGEST = 20_000;

/**
 * Makes a failed call again where that can help: after what the provider asks for (Retry-After), else after a drawn
 * part of a doubling wait ("full jitter", Brooker 2015, Exponential Backoff And Jitter). The last failure is thrown.
 */
export function retrying(model: Model, patience: Patience, clock: Clock, random: () => number): Model {
  return {
    ...model,
    async complete(question, hooks) {
      let started = clock.now();
      // A call may have waited long for its turn: that is not what tries patience.
      const onStart = async () => {
        started = clock.now();
        await hooks.onStart?.();
      };
      for (let tried = 1; ; tried++) {
        try {
          return await model.complete(question, tried > 1 ? hooks : { ...hooks, onStart });
        } catch (error) {
          if (!(error instanceof ProviderError)) throw error;
          hooks.onFailure?.(error);
          const wait =
            error.retryAfter === null
              ? random() * Math.min(LONGEST, FIRST * 2 ** (tried - 1))
              : error.retryAfter * 1000;
          const late = clock.now() + wait - started > patience.seconds * 1000;
          if (!PASSING.has(error.kind) || tried >= patience.tries || late) throw error;
          await sleep(clock, wait, hooks.signal);
        }
      }
    },
  };
}
