import { hitsAtK, type Ranked } from "./ranked.js";

/**
 * Precision@k: relevant ones among the first k / k, in [0, 1]; a ranking shorter than k is taken to go on with what is not
 * relevant. Null where nothing is relevant. As `P_k` of trec_eval.
 */
export function precisionAtK(query: Ranked, k: number): number | null {
  return query.relevant.size === 0 ? null : hitsAtK(query, k) / k;
}
