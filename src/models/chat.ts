import type { AIMessageChunk, UsageMetadata } from "@langchain/core/messages";
import { ProviderError } from "../core/errors.js";
import type { Completion, Model, Question } from "../core/model.js";
import { isDeeper } from "../core/nesting.js";
import { runsOn } from "../core/runsOn.js";
import type { Usage } from "../schema/usage.js";
import { classed } from "./failures.js";
import { DEEPEST, objectFrom } from "./json.js";
import { type Rules, ruled } from "./rules.js";
import { usageTold } from "./toldTokens.js";

/** What of a LangChain chat model is called. Messages are plain, for its classes may be of another copy than ours. */
export interface Chat {
  bindTools?(tools: object[], options?: object): Chat;
  // biome-ignore lint/suspicious/noExplicitAny: each library types messages by classes of its own copy
  stream(messages: any, options?: object): Promise<AsyncIterable<AIMessageChunk>>;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  invoke(messages: any, options?: object): Promise<Omit<AIMessageChunk, "concat">>;
}

/** How a provider's chat model is asked. */
export interface Asking {
  name: string;
  settings: Model["settings"];
  /** The chat model for one call, which the signal ends. */
  chat(signal: AbortSignal): Chat;
  rules: Rules;
  /** How the provider is told that a tool must be called. */
  forced(tool: string): unknown;
  /** What else goes with each call. */
  options?: object;
  /** Milliseconds that one call may take. */
  timeout: number;
  streaming: boolean;
  /** Tokens that an answer may have, where that is bounded. */
  longest: number | undefined;
}

/** Characters that a token may have, with much room: a reply beyond its tokens times this has no end. */
const ROOM = 32;
const LONGEST = 1_000_000;
/** One for all: an error made for each call would take its stack each time. */
const OVER = new Error("the call is over");

/** A model of ours from a LangChain chat model: one call, streamed, with its failures classed. */
export function chatModel(asking: Asking): Model {
  const { name, settings, timeout } = asking;
  const able = binder(asking);
  return {
    name,
    settings,
    async complete(question, { onText, signal }) {
      signal.throwIfAborted();
      const clock = AbortSignal.timeout(timeout);
      const over = new AbortController();
      const ends = AbortSignal.any([signal, clock, over.signal]);
      const heard: Heard = { whole: null, text: "", finish: null };
      try {
        await unlessAborted(hear(heard, asking, able, question, ends, onText), ends);
        return completionOf(heard);
      } catch (error) {
        signal.throwIfAborted();
        if (clock.aborted)
          throw new ProviderError("timeout", `no whole answer within ${timeout / 1000} s`, heard.text || null);
        throw classed(error, heard.whole ? heard.text : null);
      } finally {
        over.abort(OVER);
      }
    },
  };
}

/** What came of an answer so far. */
interface Heard {
  whole: Omit<AIMessageChunk, "concat"> | null;
  text: string;
  finish: string | null;
}

async function hear(
  heard: Heard,
  asking: Asking,
  able: Binder,
  { messages, tools, required }: Question,
  signal: AbortSignal,
  onText?: (text: string) => void,
): Promise<void> {
  const most = Math.min(LONGEST, asking.longest === undefined ? LONGEST : asking.longest * ROOM + 2000);
  const chat = able(asking.chat(signal), tools, required);
  const talk = ruled(asking.rules, messages);
  const options = { ...asking.options, signal };
  const pieces = asking.streaming ? await chat.stream(talk, options) : [await chat.invoke(talk, options)];
  for await (const piece of pieces) {
    signal.throwIfAborted();
    if (piece.text) onText?.(piece.text);
    heard.text += piece.text;
    heard.whole = heard.whole ? (heard.whole as AIMessageChunk).concat(piece as AIMessageChunk) : piece;
    heard.finish = finishOf(piece) ?? heard.finish;
    if (heard.text.length > most)
      throw new ProviderError(
        "invalid-output",
        `the reply has more than ${most} characters`,
        heard.text.slice(0, 2000),
      );
  }
}

/** Gives a chat model its tools. */
type Binder = (chat: Chat, tools: Question["tools"], required: string | undefined) => Chat;

/** Binding builds a client anew, so a chat model that is asked again with the same list of tools is kept. */
function binder({ forced }: Asking): Binder {
  const bound = new WeakMap<Question["tools"], { chat: Chat; required: string | undefined; able: Chat }>();
  return (chat, tools, required) => {
    if (tools.length === 0 || !chat.bindTools) return chat;
    const before = bound.get(tools);
    if (before?.chat === chat && before.required === required) return before.able;
    const functions = tools.map((tool) => ({ type: "function" as const, function: tool }));
    const able = chat.bindTools(functions, required === undefined ? {} : { tool_choice: forced(required) });
    bound.set(tools, { chat, required, able });
    return able;
  };
}

/** Not every client ends its waiting when it is told to. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Why an answer ended, under the names that providers give it. */
function finishOf({ response_metadata, additional_kwargs }: Omit<AIMessageChunk, "concat">): string | null {
  for (const told of [response_metadata, additional_kwargs] as Readonly<Record<string, unknown>>[])
    for (const key of ["finish_reason", "stop_reason", "finishReason", "done_reason"])
      if (typeof told[key] === "string" && told[key] !== "") return told[key];
  return null;
}

const REFUSALS = /^(content_filter|refusal|safety|prohibited_content|blocklist|spii|recitation|image_safety)$/i;
const LIMITS = /^(length|max_tokens|model_length|model_context_window_exceeded)$/i;

function completionOf({ whole, text, finish }: Heard): Completion {
  if (!whole) throw new ProviderError("empty", "the model sent nothing");
  if (finish === null) throw new ProviderError("cut-stream", "the answer ended without a finish reason", text);
  const refused = whole.additional_kwargs.refusal;
  if (REFUSALS.test(finish) || refused)
    throw new ProviderError("refusal", `the model refused to answer (${finish})`, String(refused || text));
  if (runsOn(text)) throw new ProviderError("invalid-output", "the reply goes on in blanks without end", text.trim());
  const calls = callsOf(whole as AIMessageChunk);
  if (text.trim() === "" && calls.length === 0)
    throw new ProviderError("empty", "the model answered with an empty text");
  return { text, calls, usage: usageOf(whole), ...(LIMITS.test(finish) ? { finish: "length" as const } : {}) };
}

/** The calls; arguments that are almost JSON are mended. Throws ProviderError where they cannot be, or are nested without end. */
function callsOf({ tool_calls = [], invalid_tool_calls = [] }: AIMessageChunk): Completion["calls"] {
  const mended = invalid_tool_calls.map(({ name = "", args: raw = "" }) => {
    const args = objectFrom(raw);
    if (!args) throw new ProviderError("invalid-output", `the arguments of ${name} are no JSON`, raw);
    return { name, args };
  });
  for (const { name, args } of tool_calls)
    if (isDeeper(args, DEEPEST))
      throw new ProviderError("invalid-output", `the arguments of ${name} are nested more than ${DEEPEST} levels deep`);
  return [...tool_calls.map(({ name, args }) => ({ name, args })), ...mended];
}

/** What LangChain tells of tokens; nothing where the server did not. */
function usageOf(whole: Omit<AIMessageChunk, "concat">): Usage {
  const told = whole.usage_metadata as UsageMetadata | undefined;
  return usageTold({
    input: told?.input_tokens,
    output: told?.output_tokens,
    cached: told?.input_token_details?.cache_read,
    reasoning: told?.output_token_details?.reasoning,
  });
}
