import { AIMessage, type AIMessageChunk, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { ProviderError, UsageError } from "../core/errors.js";
import type { Completion, Message, Model } from "../core/model.js";
import { saysNothing } from "../core/saysNothing.js";
import { classed } from "./failures.js";

/** Where a model is and what opens it. Without a base URL, OpenAI itself. */
export interface Access {
  apiKey: string | undefined;
  baseURL: string | undefined;
  /** How long one call may take, in milliseconds. */
  timeout?: number;
}

const TIMEOUT = 120_000;

/** A model behind any server that speaks OpenAI's chat completions. Throws UsageError (exit code 3) without a key. */
export function openaiModel(name: string, { apiKey, baseURL, timeout = TIMEOUT }: Access): Model {
  if (!apiKey)
    throw new UsageError(
      `openai:${name} needs a key`,
      "set OPENAI_API_KEY (any word for a local server, with OPENAI_BASE_URL)",
      3,
    );
  const chat = new ChatOpenAI({
    model: name,
    apiKey,
    maxRetries: 0,
    useResponsesApi: false,
    // What a server sends is never printed by anyone but us.
    configuration: { ...(baseURL ? { baseURL } : {}), fetch: eventStream, logLevel: "off" },
  });
  return {
    name: `openai:${name}`,
    async complete(messages, { tools = [], onText, signal }) {
      const able =
        tools.length > 0 ? chat.bindTools(tools.map((tool) => ({ type: "function" as const, function: tool }))) : chat;
      const clock = AbortSignal.timeout(timeout);
      let whole: AIMessageChunk | null = null;
      try {
        const limits = { signal: AbortSignal.any([signal, clock]) };
        for await (const chunk of await able.stream(messages.map(toLangChain), limits)) {
          if (chunk.text) onText?.(chunk.text);
          whole = whole === null ? (chunk as AIMessageChunk) : whole.concat(chunk as AIMessageChunk);
        }
        return completionOf(whole);
      } catch (error) {
        signal.throwIfAborted();
        if (clock.aborted) throw new ProviderError("timeout", `no whole answer within ${timeout / 1000} s`);
        throw classed(error, whole?.text ?? null);
      }
    },
  };
}

/** Fetches, and refuses what is no stream of events although the server says that all is well. */
async function eventStream(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  const type = response.headers.get("content-type") ?? "nothing";
  if (!response.ok || type.includes("text/event-stream")) return response;
  throw new ProviderError("invalid-output", `the server sent ${type} where a stream was due`, await response.text());
}

function toLangChain({ role, content }: Message) {
  if (role === "system") return new SystemMessage(content);
  return role === "user" ? new HumanMessage(content) : new AIMessage(content);
}

function completionOf(chunk: AIMessageChunk | null): Completion {
  if (!chunk) throw new ProviderError("empty", "the model sent nothing");
  const { input_tokens: input = 0, output_tokens: output = 0 } = chunk.usage_metadata ?? {};
  const calls = (chunk.tool_calls ?? []).map(({ name, args }) => ({ name, args }));
  if (!chunk.response_metadata.finish_reason)
    throw new ProviderError("cut-stream", "the stream ended without a finish reason", chunk.text);
  if (saysNothing(chunk.text) && calls.length === 0)
    throw new ProviderError("empty", "the model answered with an empty text");
  return { text: chunk.text, calls, usage: { calls: 1, input, output } };
}
