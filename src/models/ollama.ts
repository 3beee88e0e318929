import type { Model } from "../core/model.js";
import type { Settings } from "../schema/settings.js";
import { type Access, TIMEOUT } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import { type Chat, chatModel } from "./chat.js";
import { guardedFetch } from "./guardedFetch.js";
import { optional } from "./optional.js";

/** A model that Ollama serves. Throws UsageError (exit code 3) without its library. */
export async function ollamaModel(name: string, access: Access, settings: Settings = {}): Promise<Model> {
  const { baseURL, headers = {}, timeout = TIMEOUT, streaming = true, folder = "." } = access;
  const library = await optional<{ ChatOllama: new (fields: object) => Chat }>("@langchain/ollama", folder);
  return chatModel({
    name: `ollama:${name}`,
    settings: { baseURL: baseURL ?? null, ...settings },
    // One for each call: it ends all its requests when one of them is ended.
    chat: (signal) =>
      new library.ChatOllama({
        ...{ model: name, maxRetries: 0, baseUrl: baseURL ?? ADDRESSES.ollama, headers },
        ...fieldsOf(settings),
        // Its library asks the server for a stream whether it hands one on or not.
        fetch: guardedFetch("application/x-ndjson", signal),
      }),
    options: settings.stop === undefined ? {} : { stop: [...settings.stop] },
    rules: "free",
    // It has no way to say so; what is required is looked for in the answer.
    forced: () => undefined,
    ...{ timeout, streaming, longest: settings.max_tokens },
  });
}

function fieldsOf({ temperature, max_tokens, seed, reasoning_effort }: Settings) {
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(max_tokens === undefined ? {} : { numPredict: max_tokens }),
    ...(seed === undefined ? {} : { seed }),
    ...(reasoning_effort === undefined ? {} : { think: reasoning_effort !== "minimal" }),
  };
}
