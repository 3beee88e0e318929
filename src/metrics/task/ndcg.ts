/** How much a grade of relevance is worth: itself, or 2^grade - 1. */
export type Gain = "linear" | "exponential";

/** How nDCG is computed. */
export interface NdcgOptions {
  /** How many of the first places count; all unless said. */
  k?: number;
  gain?: Gain;
}

/**
 * DCG: the sum over places of the gain / log2(place + 1), places from 1, so that the second place is discounted already; from 0
 * up. Source: Järvelin and Kekäläinen 2002, ACM TOIS 20, 422–446, with the discount of Burges et al. 2005.
 * @param grades the relevance of what was ranked, best first, from 0 up
 */
export function dcg(
  grades: readonly number[],
  { k = Number.POSITIVE_INFINITY, gain = "linear" }: NdcgOptions = {},
): number {
  const worth = (grade: number) => (gain === "linear" ? grade : 2 ** grade - 1);
  return grades.slice(0, k).reduce((sum, grade, place) => sum + worth(grade) / Math.log2(place + 2), 0);
}

/**
 * nDCG: the DCG of a ranking / that of the best possible one, in [0, 1]. Null where nothing is relevant. The two gains give
 * different numbers: say which (linear: trec_eval, scikit-learn; exponential: Burges et al. 2005).
 * LongMemEval's variant does not discount the second place, and is not this.
 * @param grades the relevance of what was ranked, best first
 * @param all the relevance of all there is to rank, ranked or not, in any order; what was ranked alone unless given
 */
export function ndcg(
  grades: readonly number[],
  all: readonly number[] = grades,
  options: NdcgOptions = {},
): number | null {
  const ideal = dcg(
    all.toSorted((one, other) => other - one),
    options,
  );
  return ideal === 0 ? null : dcg(grades, options) / ideal;
}
