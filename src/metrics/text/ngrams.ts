/** Runs of n tokens with how often each occurs; a run is its tokens joined by a line break, which no token has. */
export type Ngrams = ReadonlyMap<string, number>;

/** All runs of n tokens. Empty where there are fewer tokens. */
export function ngramsOf(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let start = 0; start + n <= tokens.length; start++) {
    const ngram = tokens.slice(start, start + n).join("\n");
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** How many runs there are, repetitions counted. */
export function sizeOf(ngrams: Ngrams): number {
  return [...ngrams.values()].reduce((sum, count) => sum + count, 0);
}

/** How many runs two texts have in common, each as often as it occurs in both ("clipped" counts). */
export function commonOf(one: Ngrams, other: Ngrams): number {
  return [...one].reduce((sum, [ngram, count]) => sum + Math.min(count, other.get(ngram) ?? 0), 0);
}
