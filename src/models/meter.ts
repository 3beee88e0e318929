import type { Model } from "../core/model.js";
import type { Price } from "../schema/config.js";
import { costOf } from "./prices.js";

/** A model that tells what each answer cost. */
export function metered(model: Model, price: Price | null): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const completion = await model.complete(question, hooks);
      return { ...completion, usage: { ...completion.usage, usd: costOf(completion.usage, price) } };
    },
  };
}
