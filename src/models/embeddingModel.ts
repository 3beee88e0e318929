import { ProviderError } from "../core/errors.js";
import type { Model } from "../core/model.js";
import type { Embeddings } from "../core/ports.js";
import { oneCall } from "../core/usage.js";
import { unlessAborted } from "./chat.js";
import { classed } from "./failures.js";
import { written } from "./vectors.js";

/** How a provider is asked for vectors. */
export interface EmbeddingAsking {
  name: string;
  /** Milliseconds that one call may take. */
  timeout: number;
  /** LangChain's embeddings for one call, which the signal ends; `told` takes the tokens that the provider tells of. */
  client(signal: AbortSignal, told: (tokens: number) => void): Pick<Embeddings, "embedDocuments">;
}

/** A model whose question is texts and whose answer is a vector for each: one call, with its failures classed. */
export function embeddingModel({ name, timeout, client }: EmbeddingAsking): Model {
  return {
    name,
    settings: {},
    async complete({ messages }, { signal }) {
      signal.throwIfAborted();
      const clock = AbortSignal.timeout(timeout);
      const ends = AbortSignal.any([signal, clock]);
      const texts = messages.map(({ content }) => content);
      let input: number | null = null;
      const told = (tokens: number) => {
        input = (input ?? 0) + tokens;
      };
      try {
        const vectors = await unlessAborted(client(ends, told).embedDocuments(texts), ends);
        const usage = oneCall(input === null ? null : { input });
        return { text: "", calls: [], vectors: written(vectors, texts.length), usage };
      } catch (error) {
        signal.throwIfAborted();
        if (clock.aborted) throw new ProviderError("timeout", `no vectors within ${timeout / 1000} s`);
        throw misread(error) ?? classed(error, null);
      }
    },
  };
}

/** Clients take an answer apart without looking; what is not as it should be breaks them. A connection that fails has a cause. */
function misread(error: unknown): ProviderError | null {
  if (!(error instanceof TypeError) || error.cause !== undefined) return null;
  return new ProviderError("invalid-output", `no vectors can be read in the answer: ${error.message}`);
}
