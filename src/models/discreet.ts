import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";

/** Shorter words, such as those that stand for a key to a local server, are no secrets: they stand in any text. */
const SHORTEST = 8;

/** A model in whose failures and answers no secret stands: servers like to repeat the key that they refuse. */
export function discreet(model: Model, secrets: readonly string[]): Model {
  const kept = secrets.filter(({ length }) => length >= SHORTEST);
  const without = (text: string) => kept.reduce((left, secret) => left.replaceAll(secret, "[secret]"), text);
  return {
    ...model,
    async complete(question, hooks) {
      try {
        const { text, ...rest } = await model.complete(question, hooks);
        return { text: without(text), ...rest };
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const { kind, message, raw, retryAfter } = error;
        throw new ProviderError(kind, without(message), raw === null ? null : without(raw), retryAfter);
      }
    },
  };
}
