import type { Model } from "../core/model.js";
import type { Embeddings } from "../core/ports.js";
import { type Access, TIMEOUT } from "./access.js";
import { ADDRESSES } from "./addresses.js";
import { embeddingModel } from "./embeddingModel.js";
import { optional } from "./optional.js";
import { tellingFetch } from "./tellingFetch.js";

/** Embeddings of a model that Ollama serves. Throws UsageError (exit code 3) without its library. */
export async function ollamaEmbeddings(name: string, access: Access): Promise<Model> {
  const { baseURL, headers = {}, timeout = TIMEOUT, folder = "." } = access;
  const library = await optional<{ OllamaEmbeddings: new (fields: object) => Embeddings }>("@langchain/ollama", folder);
  return embeddingModel({
    ...{ name: `ollama:${name}`, timeout },
    client: (signal, told) =>
      new library.OllamaEmbeddings({
        ...{ model: name, maxRetries: 0, baseUrl: baseURL ?? ADDRESSES.ollama, headers },
        fetch: tellingFetch(signal, told),
      }),
  });
}
