import type { CallBook } from "../core/callBook.js";
import type { Clock } from "../core/clock.js";
import type { Model } from "../core/model.js";
import type { Caller } from "../schema/call.js";
import type { Price } from "../schema/config.js";
import { announced } from "./announced.js";
import { budgeted, type Purse } from "./budget.js";
import type { ReplyCache } from "./cache.js";
import { inTurn, type Turnstile } from "./inTurn.js";
import { type Limiter, limited } from "./limits.js";
import { metered } from "./meter.js";
import { replayed } from "./replay.js";
import { type Patience, retrying } from "./retry.js";

/** What the calls of a run go through beside the models themselves. */
export interface Ports {
  clock: Clock;
  random(): number;
  purse: Purse;
  gate: Turnstile;
  cache: ReplyCache | null;
}

/** What is known of one model beside how to ask it. */
export interface Terms {
  /** Where calls wait their turn: shared by all that ask this model. */
  turns: Limiter;
  patience: Patience;
  price: Price | null;
  /** Tokens that an answer may have; what a budget sets aside for one. */
  longest: number;
}

/**
 * A model as a trial speaks with it. From outside in: answers are handed over one at a time; what is recorded is not
 * asked again; a failed call is made again; the budget may refuse it; it waits its turn; it is announced; it goes out
 * and is metered. All but the second is shared by the trials of a run.
 */
export function stacked(model: Model, terms: Terms, ports: Ports): (caller: Caller, book: CallBook) => Model {
  const sent = limited(announced(metered(model, terms.price)), terms.turns);
  const affordable = budgeted(sent, ports.purse, terms.price, terms.longest);
  const patient = retrying(affordable, terms.patience, ports.clock, ports.random);
  return (caller, book) => inTurn(replayed(patient, caller, book, ports.cache), ports.gate);
}
