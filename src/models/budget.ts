import type { Clock } from "../core/clock.js";
import { BudgetSpent, ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Price } from "../schema/config.js";
import type { Usage } from "../schema/usage.js";
import { lostOn } from "./lost.js";
import { costOf } from "./prices.js";
import { tokensOf } from "./tokens.js";
import { waitingLine } from "./waitingLine.js";

/** What a run may use; null where it is not bounded. */
export interface Budget {
  usd: number | null;
  tokens: number | null;
  seconds: number | null;
}

/** Tokens, and what they cost in US dollars as far as that is known. */
export interface Spent {
  tokens: number;
  usd: number;
}

/** What is left of a budget, shared by all calls of a run. */
export interface Purse {
  /**
   * Sets aside what a call may use at most, in the order in which calls ask. Where that might pass the budget only because
   * calls in flight may use all they can, it waits until they have ended. Throws BudgetSpent where it would pass the budget
   * whatever they use, and the abort reason where the signal comes first.
   */
  reserve(most: Pick<Usage, "input" | "output">, price: Price | null, signal: AbortSignal): Promise<Settle>;
  /** What was used so far, and how many calls of it are estimated because nobody told. */
  used(): Spent & { estimated: number };
}

/** Puts what a call used in the place of what was set aside; null where it took nothing. `guessed`: nobody told. */
type Settle = (used: Spent | null, guessed?: boolean) => void;

/** A purse for one run. `before`: what the run used until it was stopped. */
export function purse(budget: Budget, clock: Clock, before: Usage): Purse {
  const started = clock.now();
  const used = { usd: before.usd ?? 0, tokens: before.input + before.output + before.estimated, estimated: 0 };
  const reserved = { usd: 0, tokens: 0 };

  const left = (bound: number | null, ...taken: number[]) =>
    bound === null ? Number.POSITIVE_INFINITY : bound - taken.reduce((sum, one) => sum + one, 0);

  /** Why a call cannot begin, whatever those in flight use; null where it may, now or later. */
  function hopeless({ tokens, usd }: Spent): string | null {
    if (budget.seconds !== null && clock.now() - started >= budget.seconds * 1000)
      return `${budget.seconds} s are over`;
    if (tokens > left(budget.tokens, used.tokens))
      return `of ${budget.tokens} tokens ${used.tokens} are used, the next call may take ${tokens}`;
    if (usd > left(budget.usd, used.usd))
      return `of ${budget.usd} USD ${dollars(used.usd)} are used, the next call may cost ${dollars(usd)}`;
    return null;
  }

  const fits = ({ tokens, usd }: Spent) =>
    tokens <= left(budget.tokens, used.tokens, reserved.tokens) && usd <= left(budget.usd, used.usd, reserved.usd);

  const line = waitingLine<Spent, Settle>((most) => {
    const reason = hopeless(most);
    if (reason !== null) return { refusal: new BudgetSpent(`the budget of the run is spent: ${reason}`) };
    return fits(most) ? { pass: setAside(most) } : null;
  });

  function setAside({ tokens, usd }: Spent): Settle {
    reserved.tokens += tokens;
    reserved.usd += usd;
    return (real, guessed = false) => {
      reserved.tokens -= tokens;
      reserved.usd -= usd;
      used.tokens += real?.tokens ?? 0;
      used.usd += real?.usd ?? 0;
      if (guessed) used.estimated += 1;
      line.move();
    };
  }

  return {
    used: () => ({ ...used }),
    reserve: ({ input, output }, price, signal) =>
      line.enter({ tokens: input + output, usd: priceOf(input, output, price) }, signal),
  };
}

/** What tokens cost, 0 where no price is known: such a model is refused under a budget of money. */
const priceOf = (input: number, output: number, price: Price | null) =>
  costOf({ calls: 1, input, output, cached: 0, reasoning: 0, unreported: 0, estimated: 0, usd: null }, price) ?? 0;

const dollars = (usd: number) => usd.toFixed(4);

/** A model that asks the purse before each call. `most`: tokens that an answer may have. */
export function budgeted(model: Model, shared: Purse, price: Price | null, most: number): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const asked = tokensOf(question);
      const settle = await shared.reserve({ input: asked, output: most }, price, hooks.signal);
      const whole = { tokens: asked + most, usd: priceOf(asked, most, price) };
      try {
        const completion = await model.complete(question, hooks);
        const { input, output, unreported, usd } = completion.usage;
        if (unreported > 0) settle(whole, true);
        else settle({ tokens: input + output, usd: usd ?? whole.usd });
        return completion;
      } catch (error) {
        const lost = lostOn(error, question, most);
        const spent = lost && { tokens: lost.input + lost.output, usd: priceOf(lost.input, lost.output, price) };
        settle(spent, spent !== null);
        throw spent && error instanceof ProviderError ? error.costing(spent) : error;
      }
    },
  };
}
