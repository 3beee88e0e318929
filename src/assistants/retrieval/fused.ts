import type { Recollection } from "../technique.js";

/** How little the first places count more than the next ones; the value of the paper. */
const K = 60;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): the score of a piece is the sum, over the rankings it stands in,
 * of 1 / (60 + its place), the first place being 1.
 */
export function fused(rankings: readonly (readonly Recollection[])[]): { piece: Recollection; score: number }[] {
  const scores = new Map<string, { piece: Recollection; score: number }>();
  for (const ranking of rankings)
    ranking.forEach((piece, at) => {
      const before = scores.get(piece.id)?.score ?? 0;
      scores.set(piece.id, { piece, score: before + 1 / (K + at + 1) });
    });
  return [...scores.values()].sort((one, other) => other.score - one.score);
}
