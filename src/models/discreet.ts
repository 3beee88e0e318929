import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";

/** Shorter words, such as those that stand for a key to a local server, are no secrets: they stand in any text. */
const SHORTEST = 8;
/** So many characters of a secret tell something of it. */
const TELLING = 6;

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
        const calls = completion.calls.map((call) => inside(call, without));
        return { ...completion, text: without(completion.text), calls };
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        const { kind, message, raw, retryAfter } = error;
        const told = (text: string) => withoutBeginning(without(text), kept);
        throw new ProviderError(kind, told(message), raw === null ? null : told(raw), retryAfter);
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

/** What failures tell is cut short, perhaps amid a secret: most of one is as good as all. */
function withoutBeginning(text: string, secrets: readonly string[]): string {
  const begun = Math.max(...secrets.map((secret) => beginningAtEnd(text, secret)));
  return begun < TELLING ? text : `${text.slice(0, text.length - begun)}[secret]`;
}

/** How many characters at the end of a text are the beginning of a secret. */
function beginningAtEnd(text: string, secret: string): number {
  for (let length = Math.min(text.length, secret.length - 1); length > 0; length--)
    if (secret.startsWith(text.slice(-length))) return length;
  return 0;
}

/** The same in everything that is text in a value: the name of a call, what its arguments are called, and what they say. */
function inside<T>(value: T, without: (text: string) => string): T {
  if (typeof value === "string") return without(value) as T;
  if (Array.isArray(value)) return value.map((one) => inside(one, without)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [without(key), inside(one, without)])) as T;
}
