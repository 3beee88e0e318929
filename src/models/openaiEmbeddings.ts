import { OpenAIEmbeddings } from "@langchain/openai";
import type { Model } from "../core/model.js";
import { type Access, keyOf, TIMEOUT } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import { embeddingModel } from "./embeddingModel.js";
import { tellingFetch } from "./tellingFetch.js";

/** Embeddings of any server that speaks OpenAI's. Throws UsageError (exit code 3) without a key. */
export function openaiEmbeddings(name: string, access: Access): Model {
  const { baseURL, headers = {}, timeout = TIMEOUT } = access;
  const apiKey = keyOf(
    `openai:${name}`,
    access,
    "set OPENAI_API_KEY (any word for a local server, with OPENAI_BASE_URL)",
  );
  return embeddingModel({
    ...{ name: `openai:${name}`, timeout },
    client: (signal, told) =>
      new OpenAIEmbeddings({
        ...{ model: name, apiKey, maxRetries: 0 },
        configuration: {
          ...{ baseURL: baseURL || ADDRESSES.openai, logLevel: "off", defaultHeaders: headers },
          fetch: tellingFetch(signal, told),
        },
      }),
  });
}
