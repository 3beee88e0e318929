/**
 * MTLD, the measure of textual lexical diversity: the mean number of successive words whose type-token ratio stays above a
 * threshold, read forwards and backwards and averaged; in words, from about 2 to the length of the text, higher is more
 * varied. What is left at the end counts as part of a stretch. A text without any repetition has its own length. Null of no words.
 * Unreliable under about 100 words.
 * Source: McCarthy and Jarvis 2010, Behavior Research Methods 42, 381–392; as LexicalRichness's `mtld`, where a stretch ends at a
 * ratio of *at most* the threshold. Other programs end it only under the threshold and give other numbers.
 */
export function mtld(words: readonly string[], threshold = 0.72): number | null {
  if (words.length === 0) return null;
  return (oneWay(words, threshold) + oneWay(words.toReversed(), threshold)) / 2;
}

function oneWay(words: readonly string[], threshold: number): number {
  let stretches = 0;
  let length = 0;
  const types = new Set<string>();
  for (const word of words) {
    length++;
    types.add(word);
    if (types.size / length > threshold) continue;
    stretches++;
    length = 0;
    types.clear();
  }
  if (length > 0) stretches += (1 - types.size / length) / (1 - threshold);
  return stretches === 0 ? words.length : words.length / stretches;
}
