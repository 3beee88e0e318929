import { ngramsOf } from "./ngrams.js";

/**
 * distinct-n: how varied a set of texts is, as different runs of n tokens / all runs of n tokens, over all the texts together; in
 * (0, 1], 1 where no run comes twice. Null where no text has n tokens. It falls with the amount of text: compare equal amounts only.
 * Source: Li et al. 2016 (N16-1014).
 * @param texts the tokens of each text; no run goes from one text into the next
 */
export function distinctN(texts: readonly (readonly string[])[], n: number): number | null {
  const all = texts.map((tokens) => ngramsOf(tokens, n));
  const total = all.flatMap((ngrams) => [...ngrams.values()]).reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : new Set(all.flatMap((ngrams) => [...ngrams.keys()])).size / total;
}
