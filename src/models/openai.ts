import { ChatOpenAI } from "@langchain/openai";
import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";
import { type Access, keyOf, TIMEOUT } from "./access.js";
import { type Chat, chatModel } from "./chat.js";
import { guardedFetch } from "./guardedFetch.js";

/** OpenAI itself: named, for some environment variables would send requests elsewhere. */
export const OPENAI = "https://api.openai.com/v1";

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
      baseURL: baseURL || OPENAI,
      fetch: guardedFetch(streaming ? "text/event-stream" : "application/json"),
      logLevel: "off",
      defaultHeaders: headers,
    },
  });
  return chatModel({
    name: `openai:${name}`,
    settings,
    chat: () => chat as unknown as Chat,
    rules: "free",
    forced: (tool) => ({ type: "function", function: { name: tool } }),
    ...{ timeout, streaming, longest: settings.max_tokens },
  });
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
