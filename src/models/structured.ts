import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import { callsIn } from "./calls.js";

/**
 * A model whose calls are read from its text where it does not call by its provider's means. Throws ProviderError
 * (`invalid-output`, with the text) where a call was required and none can be read.
 */
export function structured(model: Model): Model {
  return {
    ...model,
    async complete(question, hooks) {
      const completion = await model.complete(question, hooks);
      const { tools, required } = question;
      if (tools.length === 0) return completion;
      const read = completion.calls.length > 0 ? null : callsIn(completion.text, tools);
      const whole = read ? { ...completion, text: read.words, calls: read.calls } : completion;
      if (required !== undefined && !whole.calls.some(({ name }) => name === required))
        throw new ProviderError("invalid-output", `no call of ${required} can be read in the answer`, completion.text);
      return whole;
    },
  };
}
