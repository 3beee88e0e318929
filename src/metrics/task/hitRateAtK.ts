import { meanOf } from "../../core/statistics/mean.js";
import { hitsAtK, type Ranked } from "./ranked.js";

/**
 * HitRate@k: the share of queries with anything relevant among the first k, in [0, 1]. Queries for which nothing is
 * relevant do not count; null where none is left. As `success_k` of trec_eval.
 */
export function hitRateAtK(queries: readonly Ranked[], k: number): number | null {
  const answerable = queries.filter(({ relevant }) => relevant.size > 0);
  return meanOf(answerable.map((query) => Number(hitsAtK(query, k) > 0)));
}
