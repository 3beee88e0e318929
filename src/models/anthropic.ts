import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";
import { type Access, keyOf, TIMEOUT } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import { type Chat, chatModel } from "./chat.js";
import { guardedFetch } from "./guardedFetch.js";
import { optional } from "./optional.js";

/** Anthropic wants to be told how long an answer may be. */
const LONGEST = 2048;
/** Tokens that it may think, by effort; its least is 1024. */
const THINKING = { minimal: 1024, low: 2048, medium: 8192, high: 16384 };

/** A model of Anthropic. Throws UsageError (exit code 3) without a key or its library. */
export async function anthropicModel(name: string, access: Access, settings: Settings = {}): Promise<Model> {
  const { baseURL, headers = {}, timeout = TIMEOUT, streaming = true, folder = "." } = access;
  const apiKey = keyOf(`anthropic:${name}`, access, "set ANTHROPIC_API_KEY");
  const library = await optional<{ ChatAnthropic: new (fields: object) => Chat }>("@langchain/anthropic", folder);
  const chat = new library.ChatAnthropic({
    model: name,
    ...{ apiKey, maxRetries: 0, anthropicApiUrl: baseURL ?? ADDRESSES.anthropic },
    ...fieldsOf(settings),
    clientOptions: {
      fetch: guardedFetch(streaming ? "text/event-stream" : "application/json"),
      ...{ logLevel: "off", defaultHeaders: headers },
    },
  });
  return chatModel({
    name: `anthropic:${name}`,
    settings: { baseURL: baseURL ?? null, ...settings },
    chat: () => chat,
    rules: "alternating",
    forced: (tool) => ({ type: "tool", name: tool }),
    ...{ timeout, streaming, longest: settings.max_tokens ?? LONGEST },
  });
}

/** `seed` is none of its settings. Thinking takes tokens beside those of the answer, and no temperature. */
function fieldsOf({ temperature, max_tokens = LONGEST, stop, reasoning_effort }: Settings) {
  const thinking = reasoning_effort === undefined ? 0 : THINKING[reasoning_effort];
  return {
    maxTokens: max_tokens + thinking,
    ...(stop === undefined ? {} : { stopSequences: [...stop] }),
    ...(thinking > 0 ? { thinking: { type: "enabled", budget_tokens: thinking } } : {}),
    ...(temperature === undefined || thinking > 0 ? {} : { temperature: Math.min(1, temperature) }),
  };
}
