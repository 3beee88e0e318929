import type { Clock } from "../core/clock.js";
import { BudgetSpent } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Price } from "../schema/config.js";
import type { Usage } from "../schema/usage.js";
import { costOf } from "./prices.js";
import { tokensOf } from "./tokens.js";

/** What a run may use; null where it is not bounded. */
export interface Budget {
  usd: number | null;
  tokens: number | null;
  seconds: number | null;
}

/** What is left of a budget, shared by all calls of a run. */
export interface Purse {
  /** Sets aside what a call may use at most. Throws BudgetSpent where that might pass the budget. */
  reserve(most: Pick<Usage, "input" | "output">, price: Price | null): Settle;
  /** What was used so far, and how much of that is estimated because the provider did not tell. */
  used(): { usd: number; tokens: number; estimated: number };
}

/** Puts what a call really used in the place of what was set aside; null where it failed before any answer. */
type Settle = (used: Usage | null) => void;

/** A purse for one run. Calls in flight count with all they may use, so that no call starts that may pass the budget.
 * `before`: what the run used until it was stopped. */
export function purse(budget: Budget, clock: Clock, before: Usage): Purse {
  const started = clock.now();
  const used = { usd: before.usd ?? 0, tokens: before.input + before.output, estimated: 0 };
  const reserved = { usd: 0, tokens: 0 };

  function refuse(what: string): never {
    throw new BudgetSpent(`the budget of the run is spent: ${what}`);
  }

  return {
    used: () => ({ ...used }),
    reserve({ input, output }, price) {
      const tokens = input + output;
      const usd = costOf({ calls: 1, input, output, cached: 0, reasoning: 0, unreported: 0, usd: null }, price) ?? 0;
      if (budget.seconds !== null && clock.now() - started >= budget.seconds * 1000)
        refuse(`${budget.seconds} s are over`);
      if (budget.tokens !== null && used.tokens + reserved.tokens + tokens > budget.tokens)
        refuse(
          `of ${budget.tokens} tokens ${used.tokens} are used, calls in flight may take ${reserved.tokens}, the next ${tokens}`,
        );
      if (budget.usd !== null && used.usd + reserved.usd + usd > budget.usd)
        refuse(
          `of ${budget.usd} USD ${dollars(used.usd)} are used, calls in flight may cost ${dollars(reserved.usd)}, the next ${dollars(usd)}`,
        );
      reserved.tokens += tokens;
      reserved.usd += usd;
      return (real) => {
        reserved.tokens -= tokens;
        reserved.usd -= usd;
        if (real === null) return;
        const told = real.unreported === 0;
        used.tokens += told ? real.input + real.output : tokens;
        used.usd += told ? (real.usd ?? usd) : usd;
        if (!told) used.estimated += 1;
      };
    },
  };
}

const dollars = (usd: number) => usd.toFixed(4);

/** A model that asks the purse before each call. `most`: tokens that an answer may have. */
export function budgeted(model: Model, shared: Purse, price: Price | null, most: number): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const settle = shared.reserve({ input: tokensOf(question), output: most }, price);
      try {
        const completion = await model.complete(question, hooks);
        settle(completion.usage);
        return completion;
      } catch (error) {
        settle(null);
        throw error;
      }
    },
  };
}
