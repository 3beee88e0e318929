import { meanOf } from "../../core/statistics/mean.js";
import type { Ranked } from "./ranked.js";

/**
 * MRR: the mean over queries of 1 / the place (from 1) of the first relevant one, 0 where none is ranked; in [0, 1].
 * Queries for which nothing is relevant do not count; null where none is left.
 * Source: Voorhees 1999, TREC-8 Question Answering Track; as `recip_rank` of trec_eval.
 */
export function meanReciprocalRank(queries: readonly Ranked[]): number | null {
  const answerable = queries.filter(({ relevant }) => relevant.size > 0);
  return meanOf(answerable.map(reciprocalRank));
}

function reciprocalRank({ ranked, relevant }: Ranked): number {
  const place = ranked.findIndex((id) => relevant.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}
