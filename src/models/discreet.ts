import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";

/** Shorter words, such as those that stand for a key to a local server, are no secrets: they stand in any text. */
const SHORTEST = 8;

/** A model in whose failures and answers no secret stands: servers like to repeat the key that they refuse. */
export function discreet(model: Model, secrets: readonly string[]): Model {
  const kept = secrets.filter(({ length }) => length >= SHORTEST);
  if (kept.length === 0) return model;
  const without = (text: string) => kept.reduce((left, secret) => left.replaceAll(secret, "[secret]"), text);
  return {
    ...model,
    async complete(question, hooks) {
      const { onText, ...others } = hooks;
      const stream = onText ? held(kept, without, onText) : null;
      try {
        const completion = await model.complete(question, stream ? { ...others, onText: stream.take } : hooks);
        stream?.rest();
        const calls = completion.calls.map((call) => ({ ...call, args: inside(call.args, without) }));
        return { ...completion, text: without(completion.text), calls };
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const { kind, message, raw, retryAfter } = error;
        throw new ProviderError(kind, without(message), raw === null ? null : without(raw), retryAfter);
      }
    },
  };
}

/** A stream of text that holds back an end with which a secret may begin, until it is clear that none does. */
function held(secrets: readonly string[], without: (text: string) => string, onText: (text: string) => void) {
  let waiting = "";
  const tell = (text: string) => {
    if (text !== "") onText(text);
  };
  return {
    take(piece: string) {
      const text = without(waiting + piece);
      const begun = Math.max(...secrets.map((secret) => beginningAtEnd(text, secret)));
      tell(text.slice(0, text.length - begun));
      waiting = text.slice(text.length - begun);
    },
    rest: () => tell(waiting),
  };
}

/** How many characters at the end of a text are the beginning of a secret. */
function beginningAtEnd(text: string, secret: string): number {
  for (let length = Math.min(text.length, secret.length - 1); length > 0; length--)
    if (secret.startsWith(text.slice(-length))) return length;
  return 0;
}

/** The same in everything that is text in the arguments of a call. */
function inside(args: Readonly<Record<string, unknown>>, without: (text: string) => string): Record<string, unknown> {
  return JSON.parse(JSON.stringify(args), (_, value) => (typeof value === "string" ? without(value) : value));
}
