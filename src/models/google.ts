import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";
import { type Access, keyOf, TIMEOUT } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import { type Chat, chatModel } from "./chat.js";
import { guardedFetch } from "./guardedFetch.js";
import { optional } from "./optional.js";

/** A Gemini model by the Gemini API. Throws UsageError (exit code 3) without a key or its library. */
export async function googleModel(name: string, access: Access, settings: Settings = {}): Promise<Model> {
  const { baseURL, headers = {}, timeout = TIMEOUT, streaming = true, folder = "." } = access;
  const apiKey = keyOf(`google:${name}`, access, "set GOOGLE_API_KEY");
  const library = await optional<{ ChatGoogle: new (fields: object) => Chat }>("@langchain/google", folder);
  const sent = guardedFetch(streaming ? "text/event-stream" : "application/json");
  const chat = new library.ChatGoogle({
    model: name,
    ...{ apiKey, maxRetries: 0, platformType: "gai", endpoint: baseURL ?? ADDRESSES.google, customHeaders: headers },
    ...fieldsOf(settings),
    apiClient: {
      hasApiKey: () => true,
      getProjectId: async () => "none",
      fetch(request: Request) {
        request.headers.set("x-goog-api-key", apiKey);
        return sent(request);
      },
    },
  });
  return chatModel({
    name: `google:${name}`,
    settings: { baseURL: baseURL ?? null, ...settings },
    chat: () => chat,
    rules: "alternating",
    forced: (tool) => tool,
    ...{ timeout, streaming, longest: settings.max_tokens },
  });
}

function fieldsOf({ temperature, max_tokens, stop, seed, reasoning_effort }: Settings) {
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(max_tokens === undefined ? {} : { maxOutputTokens: max_tokens }),
    ...(stop === undefined ? {} : { stopSequences: [...stop] }),
    ...(seed === undefined ? {} : { seed }),
    ...(reasoning_effort === undefined ? {} : { reasoningEffort: reasoning_effort }),
  };
}
