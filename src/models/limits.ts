import type { Clock } from "../core/clock.js";
import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import { tokensOf } from "./tokens.js";
import { waitingLine } from "./waitingLine.js";

/** What a provider lets one model take. */
export interface Limits {
  /** Calls at once, at most. */
  concurrency: number;
  requestsPerMinute?: number;
  tokensPerMinute?: number;
}

/** Where the calls to one model wait their turn; shared by all trials of a run. */
export interface Limiter {
  enter(tokens: number, signal: AbortSignal): Promise<Leave>;
}

/** Ends a call that was let in: `refused` where the provider had too many. */
type Leave = (refused: boolean) => void;

const MINUTE = 60_000;

/** From this share of the number at which the provider last refused, the window grows slowly. */
const NEAR = 0.95;
/** How much slower. */
const SLOWLY = 0.1;

/**
 * Lets in so many calls at once as go well: each success widens the window, a refusal halves it, once for all calls
 * that were out by then (AIMD, Chiu and Jain 1989). Below the width of the last refusal it grows by one a success, near
 * it by a tenth of one a round, so that it stays there instead of swinging (the idea of CUBIC, Ha et al. 2008).
 */
export function limiter(limits: Limits, clock: Clock): Limiter {
  const spent: { at: number; tokens: number }[] = [];
  let width = limits.concurrency;
  let ceiling = Number.POSITIVE_INFINITY;
  let out = 0;
  /** Calls that began so far, and how many had when the window was halved last. */
  let begun = 0;
  let halved = 0;
  let alarm: (() => void) | null = null;
  const paced = limits.requestsPerMinute !== undefined || limits.tokensPerMinute !== undefined;

  /** Milliseconds until the rates let another call in. */
  function untilRoom(tokens: number): number {
    const since = clock.now() - MINUTE;
    while (spent[0] && spent[0].at <= since) spent.shift();
    const { requestsPerMinute = Number.POSITIVE_INFINITY, tokensPerMinute = Number.POSITIVE_INFINITY } = limits;
    const fits = (from: number) =>
      spent.length - from < requestsPerMinute &&
      spent.slice(from).reduce((sum, one) => sum + one.tokens, 0) + Math.min(tokens, tokensPerMinute) <=
        tokensPerMinute;
    const free = spent.findIndex((_, from) => fits(from));
    if (free === 0 || spent.length === 0) return 0;
    const last = spent[(free < 0 ? spent.length : free) - 1] as { at: number };
    return last.at + MINUTE - clock.now();
  }

  const disarm = () => {
    alarm?.();
    alarm = null;
  };
  const line = waitingLine<number, Leave>((tokens) => {
    disarm();
    if (out >= Math.max(1, Math.floor(width))) return null;
    const wait = untilRoom(tokens);
    if (wait <= 0) return { pass: begin(tokens) };
    alarm = clock.after(wait, line.move);
    return null;
  }, disarm);

  function adapt(refused: boolean, nth: number): void {
    if (!refused) width = Math.min(limits.concurrency, width + (width < ceiling * NEAR ? 1 : SLOWLY / width));
    else if (nth > halved) {
      ceiling = width;
      width = Math.max(1, width / 2);
      halved = begun;
    }
  }

  function begin(tokens: number): Leave {
    begun += 1;
    const nth = begun;
    out += 1;
    if (paced) spent.push({ at: clock.now(), tokens });
    return (refused) => {
      out -= 1;
      adapt(refused, nth);
      line.move();
    };
  }

  return { enter: line.enter };
}

/** A model whose calls wait their turn. */
export function limited(model: Model, turns: Limiter): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const leave = await turns.enter(tokensOf(question), hooks.signal);
      let refused = false;
      try {
        return await model.complete(question, hooks);
      } catch (error) {
        refused = error instanceof ProviderError && error.kind === "rate-limit";
        throw error;
      } finally {
        leave(refused);
      }
    },
  };
}
