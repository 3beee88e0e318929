import { type AIMessageChunk, coerceMessageLikeToMessage } from "@langchain/core/messages";
import type { ChatGenerationChunk } from "@langchain/core/outputs";
import { ChatOpenAI } from "@langchain/openai";
import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";
import { type Access, keyOf, TIMEOUT } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import { type Chat, chatModel } from "./chat.js";
import { guardedFetch } from "./guardedFetch.js";

/** A model behind any server that speaks OpenAI's chat completions. Throws UsageError (exit code 3) without a key. */
export function openaiModel(name: string, access: Access, settings: Settings = {}): Model {
  const { baseURL, headers = {}, timeout = TIMEOUT, streaming = true } = access;
  const apiKey = keyOf(
    `openai:${name}`,
    access,
    "set OPENAI_API_KEY (any word for a local server, with OPENAI_BASE_URL)",
  );
  const chat = new ChatOpenAI({
    model: name,
    apiKey,
    maxRetries: 0,
    useResponsesApi: false,
    ...fieldsOf(settings),
    // What a server sends is never printed by anyone but us.
    configuration: {
      baseURL: baseURL || ADDRESSES.openai,
      fetch: guardedFetch(streaming ? "text/event-stream" : "application/json"),
      logLevel: "off",
      defaultHeaders: headers,
    },
  });
  const direct = streaming ? directly(chat) : (chat as unknown as Chat);
  return chatModel({
    name: `openai:${name}`,
    settings,
    chat: () => direct,
    rules: "free",
    forced: (tool) => ({ type: "function", function: { name: tool } }),
    ...{ timeout, streaming, longest: settings.max_tokens },
  });
}

/**
 * The client's own stream of chunks, which `stream` wraps for callbacks and tracing. Nobody here has any, and they cost
 * more time than all that Dramatis does around a call (docs/performance.md).
 */
function directly(chat: ChatOpenAI, bound: object = {}): Chat {
  return {
    bindTools: (tools, options) => directly(chat, { ...bound, tools, ...options }),
    invoke: (messages, options) => chat.invoke(messages, { ...bound, ...options }),
    async stream(messages, options) {
      const talk = messages.map(coerceMessageLikeToMessage);
      return messagesOf(chat._streamResponseChunks(talk, { ...bound, ...options } as ChatOpenAI["ParsedCallOptions"]));
    },
  };
}

/** The messages, with what the server told beside them: why an answer ended stands there. */
async function* messagesOf(chunks: AsyncIterable<ChatGenerationChunk>): AsyncIterable<AIMessageChunk> {
  for await (const { message, generationInfo } of chunks) {
    message.response_metadata = { ...generationInfo, ...message.response_metadata };
    yield message as AIMessageChunk;
  }
}

function fieldsOf({ temperature, max_tokens, stop, reasoning_effort, seed }: Settings) {
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(max_tokens === undefined ? {} : { maxTokens: max_tokens }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
    ...(reasoning_effort === undefined ? {} : { reasoning: { effort: reasoning_effort } }),
    ...(seed === undefined ? {} : { modelKwargs: { seed } }),
  };
}
