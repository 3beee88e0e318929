import type { Model } from "../core/model.js";
import type { Price } from "../schema/config.js";
import { costOf } from "./prices.js";
import { tokensIn, tokensOf } from "./tokens.js";

/** A model that tells what each answer cost, and how many tokens it took, about, where its provider does not tell. */
export function metered(model: Model, price: Price | null): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const completion = await model.complete(question, hooks);
      const { text, calls, usage } = completion;
      const estimated = usage.unreported > 0 ? tokensOf(question) + tokensIn(text + JSON.stringify(calls)) : 0;
      return { ...completion, usage: { ...usage, estimated, usd: costOf(usage, price) } };
    },
  };
}
