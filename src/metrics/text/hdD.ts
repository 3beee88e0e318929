import { countsOf } from "../../core/statistics/ratings.js";

/**
 * HD-D, the hypergeometric diversity: the type-token ratio to be expected of so many words drawn from the text without
 * replacement, in (0, 1]. Null where there are fewer words than are drawn.
 * Source: McCarthy and Jarvis 2007, Language Testing 24, 459–488; as LexicalRichness's `hdd`.
 */
export function hdD(words: readonly string[], draws = 42): number | null {
  if (words.length < draws || draws < 1) return null;
  const seen = [...countsOf(words).values()].map((count) => 1 - neverDrawn(words.length, count, draws));
  return seen.reduce((sum, chance) => sum + chance, 0) / draws;
}

/** The chance that none of `count` among `n` words is among those drawn: C(n - count, draws) / C(n, draws). */
function neverDrawn(n: number, count: number, draws: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < draws; drawn++) chance *= Math.max(0, n - count - drawn) / (n - drawn);
  return chance;
}
