import { hitsAtK, type Ranked } from "./ranked.js";

/**
 * Recall@k: the share of what is relevant that is among the first k, in [0, 1]; under 1 for any ranking where more than k are
 * relevant. Null where nothing is relevant. As `recall_k` of trec_eval.
 */
export function recallAtK(query: Ranked, k: number): number | null {
  return query.relevant.size === 0 ? null : hitsAtK(query, k) / query.relevant.size;
}
