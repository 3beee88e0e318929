import { createHash } from "node:crypto";
import type { CallBook } from "../core/callBook.js";
import { ProviderError } from "../core/errors.js";
import { failedTry, failureOf } from "../core/failedTry.js";
import type { Completion, Hooks, Model, Question } from "../core/model.js";
import { noUsage } from "../core/usage.js";
import type { Caller, FailedTry, ModelCall } from "../schema/call.js";
import type { ReplyCache } from "./cache.js";

/**
 * A model whose calls are recorded in the book of a trial, and that answers from it, or from a cache, what was asked
 * before. Whoever speaks with it makes the same calls in the same order, so the first without a record is the first that
 * goes out.
 */
export function replayed(model: Model, caller: Caller, book: CallBook, cache: ReplyCache | null): Model {
  const asked = new Map<string, number>();
  return {
    ...model,
    async complete(question, hooks) {
      const key = keyOf(model, caller, question, book.repeat);
      const nth = asked.get(key) ?? 0;
      asked.set(key, nth + 1);
      const place = { key, nth, caller, model: model.name };
      const before = book.recorded(key, nth);
      if (before) return again(before, hooks);
      const kept = fromCache(place, model, cache);
      if (!kept) return recorded(model, question, hooks, place, book, cache);
      await book.ended(kept);
      return again(kept, hooks);
    },
  };
}

type Place = Pick<ModelCall, "key" | "nth" | "caller" | "model">;

/** Makes a call and writes down what came of it. */
async function recorded(
  model: Model,
  question: Question,
  hooks: Hooks,
  place: Place,
  book: CallBook,
  cache: ReplyCache | null,
): Promise<Completion> {
  const tries: FailedTry[] = [];
  const onFailure = (error: ProviderError) => tries.push(failedTry(error));
  const onStart = () => book.starts(place.key, place.nth, place.caller, place.model);
  try {
    const reply = await model.complete(question, { ...hooks, onStart, onFailure });
    await book.ended({ ...place, reply, tries });
    cache?.put(cacheKey(place, model), reply);
    return reply;
  } catch (error) {
    if (error instanceof ProviderError) await book.ended({ ...place, reply: null, tries });
    throw error;
  }
}

/** Everything that changes an answer, the repeat included: repeats never share one. */
export function keyOf(
  { name, settings }: Model,
  caller: Caller,
  { messages, tools, required }: Question,
  repeat: number,
): string {
  return createHash("sha256")
    .update(JSON.stringify([name, settings, caller, messages, tools, repeat, required]))
    .digest("hex");
}

/** Across runs the server tells answers apart, too: two may call different models by one name. */
const cacheKey = ({ key, nth }: Place, { server }: Model) => `${server ?? ""} ${key} ${nth}`;

/** A reply from a cache costs nothing. */
function fromCache(place: Place, model: Model, cache: ReplyCache | null): ModelCall | undefined {
  const reply = cache?.get(cacheKey(place, model));
  return reply ? { ...place, reply: { ...reply, usage: noUsage() }, tries: [] } : undefined;
}

function again({ reply, tries }: ModelCall, { onText }: Hooks): Completion {
  if (reply) {
    onText?.(reply.text);
    return reply;
  }
  throw failureOf(tries);
}
