import type { Model } from "../core/model.js";
import type { MeteredEmbeddings } from "../core/ports.js";
import { add, noUsage } from "../core/usage.js";
import { hashedWords } from "./hashedWords.js";
import { readVector } from "./vectors.js";

/**
 * Embeddings by a model whose answers are vectors, so that their calls are recorded, replayed, limited and paid for as
 * all others are. All texts go in one call. A text that is asked for again is a call again.
 */
export function embedder(model: Model, signal: AbortSignal): MeteredEmbeddings {
  let used = noUsage();
  async function vectorsOf(texts: readonly string[]): Promise<number[][]> {
    const messages = texts.map((content) => ({ role: "user" as const, content }));
    const { vectors = [], usage } = await model.complete({ messages, tools: [] }, { signal });
    add(used, usage);
    return vectors.map(readVector);
  }
  return {
    embedDocuments: (texts) => (texts.length === 0 ? Promise.resolve([]) : vectorsOf(texts)),
    embedQuery: async (text) => (await vectorsOf([text]))[0] ?? [],
    spent() {
      const sum = used;
      used = noUsage();
      return sum;
    },
  };
}

/** Embeddings without a model: they take nothing. */
export const offlineEmbeddings: MeteredEmbeddings = { ...hashedWords, spent: noUsage };
