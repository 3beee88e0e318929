import { AIMessage, type AIMessageChunk, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { ProviderError, UsageError } from "../core/errors.js";
import type { Completion, Message, Model } from "../core/model.js";

/** Where a model is and what opens it. Without a base URL, OpenAI itself. */
export interface Access {
  apiKey: string | undefined;
  baseURL: string | undefined;
}

/** How long one call may take, in milliseconds. */
const TIMEOUT = 120_000;

/** A model behind any server that speaks OpenAI's chat completions. Throws UsageError (exit code 3) without a key. */
export function openaiModel(name: string, { apiKey, baseURL }: Access): Model {
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
    timeout: TIMEOUT,
    useResponsesApi: false,
    ...(baseURL ? { configuration: { baseURL } } : {}),
  });
  return {
    name: `openai:${name}`,
    async complete(messages, { tools = [], onText, signal }) {
      const able =
        tools.length > 0 ? chat.bindTools(tools.map((tool) => ({ type: "function" as const, function: tool }))) : chat;
      try {
        let whole: AIMessageChunk | null = null;
        for await (const chunk of await able.stream(messages.map(toLangChain), { signal })) {
          if (chunk.text) onText?.(chunk.text);
          whole = whole === null ? (chunk as AIMessageChunk) : whole.concat(chunk as AIMessageChunk);
        }
        return completionOf(whole);
      } catch (error) {
        if (signal.aborted) throw error;
        throw classed(error);
      }
    },
  };
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
  if (chunk.text.trim() === "" && calls.length === 0)
    throw new ProviderError("empty", "the model answered with an empty text");
  return { text: chunk.text, calls, usage: { calls: 1, input, output } };
}

function classed(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error;
  const { status, message = String(error), name = "" } = error as { status?: number; message?: string; name?: string };
  return new ProviderError(kindOf(status, `${name} ${message}`), message, message);
}

function kindOf(status: number | undefined, text: string): string {
  if (status === 401 || status === 403) return "auth";
  if (status === 429) return "rate-limit";
  if (status !== undefined && status >= 500) return "server";
  if (/context.length|maximum context/i.test(text)) return "context-overflow";
  if (/timeout|timed out/i.test(text)) return "timeout";
  if (/JSON|unexpected token/i.test(text)) return "invalid-output";
  if (/connect|network|fetch|socket|ECONN|terminated/i.test(text)) return "network";
  return status === undefined ? "unknown" : "refused";
}
