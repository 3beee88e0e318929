import { createHash } from "node:crypto";
import type { CallBook } from "../core/callBook.js";
import { ProviderError } from "../core/errors.js";
import type { Completion, Model, Question } from "../core/model.js";
import type { Caller, FailedTry, ModelCall } from "../schema/call.js";

/**
 * A model whose calls are recorded in the book of a trial, and that answers from it what was asked before. Whoever
 * speaks with it makes the same calls in the same order, so the first without a record is the first that goes out.
 */
export function replayed(model: Model, caller: Caller, book: CallBook): Model {
  const asked = new Map<string, number>();
  return {
    ...model,
    async complete(question, hooks) {
      const key = keyOf(model, caller, question, book.repeat);
      const nth = asked.get(key) ?? 0;
      asked.set(key, nth + 1);
      const before = book.recorded(key, nth);
      if (before) return again(before, hooks.onText);
      const tries: FailedTry[] = [];
      const onFailure = (error: ProviderError) => tries.push(failedTry(error));
      try {
        const onStart = () => book.starts(key, nth, caller, model.name);
        const reply = await model.complete(question, { ...hooks, onStart, onFailure });
        await book.ended({ key, nth, caller, model: model.name, reply, tries });
        return reply;
      } catch (error) {
        if (error instanceof ProviderError)
          await book.ended({ key, nth, caller, model: model.name, reply: null, tries });
        throw error;
      }
    },
  };
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

function again({ reply, tries }: ModelCall, onText?: (text: string) => void): Completion {
  if (reply) {
    onText?.(reply.text);
    return reply;
  }
  const last = tries.at(-1);
  throw new ProviderError(last?.class ?? "unknown", last?.message ?? "the recorded call failed", last?.raw ?? null);
}

const failedTry = ({ kind, message, raw }: ProviderError): FailedTry => ({
  class: kind,
  message,
  raw: raw?.slice(0, 2000) ?? null,
});
