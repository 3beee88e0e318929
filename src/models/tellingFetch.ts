import { z } from "zod";
import { guardedFetch } from "./guardedFetch.js";
import { tokenCount } from "./toldTokens.js";

/** What servers tell of the tokens they read: OpenAI's word, then Ollama's. */
const TELLINGS = z.union([
  z.object({ usage: z.object({ prompt_tokens: tokenCount }) }).transform((told) => told.usage.prompt_tokens),
  z.object({ prompt_eval_count: tokenCount }).transform((told) => told.prompt_eval_count),
]);

/** Characters of an answer with vectors: a hundred texts of the widest there are. */
const LONGEST = 20_000_000;

/** Fetches an answer with vectors, guarded, and hands on what it tells of tokens: clients of embeddings drop it. */
export function tellingFetch(signal: AbortSignal, told: (tokens: number) => void): typeof fetch {
  const guarded = guardedFetch("application/json", signal, LONGEST);
  return async (address, init) => {
    const response = await guarded(address, init);
    const { data } = TELLINGS.safeParse(await response.clone().json());
    if (data !== undefined) told(data);
    return response;
  };
}
