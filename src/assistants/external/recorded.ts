import { createHash } from "node:crypto";
import type { CallBook } from "../../core/callBook.js";
import { ProviderError } from "../../core/errors.js";
import { failedTry, failureOf } from "../../core/failedTry.js";
import { noUsage } from "../../core/usage.js";
import type { ModelCall } from "../../schema/call.js";
import type { Body, Transport } from "./transport.js";

/**
 * A transport whose calls are written into the book of a trial as they came back, unread. Without one it answers from the
 * book alone, so that a run is played again without the assistant. What an earlier attempt at the trial left is not used
 * where there is one: the assistant keeps something of the person, and what it kept is gone with the process.
 */
export function recorded(send: Transport | null, model: string, book: CallBook): Transport {
  const asked = new Map<string, number>();
  return async (body, signal) => {
    const key = keyOf(model, body, book.repeat);
    const nth = asked.get(key) ?? 0;
    asked.set(key, nth + 1);
    if (!send) return again(book.recorded(key, nth));
    const call = { key, nth, caller: "assistant", model } as const;
    await book.starts(key, nth, call.caller, model);
    const text = await send(body, signal).catch(async (error: unknown) => {
      if (error instanceof ProviderError) await book.ended({ ...call, reply: null, tries: [failedTry(error)] });
      throw error;
    });
    await book.ended({ ...call, reply: { text, calls: [], usage: noUsage() }, tries: [] });
    return text;
  };
}

function keyOf(model: string, body: Body, repeat: number): string {
  return createHash("sha256")
    .update(JSON.stringify(["external", model, body, repeat]))
    .digest("hex");
}

function again(call: ModelCall | undefined): string {
  if (!call) throw new ProviderError("not-recorded", "no answer of the assistant to this was recorded");
  if (call.reply) return call.reply.text;
  throw failureOf(call.tries);
}
