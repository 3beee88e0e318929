import type { Model } from "../core/model.js";

/** A model that says so before each request that goes out. */
export function announced(model: Model): Model {
  return {
    ...model,
    async complete(question, hooks) {
      await hooks.onStart?.();
      return model.complete(question, hooks);
    },
  };
}
