import { meanOf } from "../../core/statistics/mean.js";
import type { PersonalizedDocument, ResponsivenessOptions, TextDistance } from "./personalized.js";
import { responsiveness } from "./responsiveness.js";

const EPSILON = 1e-7;

/**
 * PerSEval: responsiveness less a penalty for texts that are far from what people wanted, over people, then documents; in
 * (0, 1], 1 is best. Null where no document has two people.
 * A diagnostic: the penalty is a steep sigmoid, so a difference of scores is in no unit.
 * Source: Dasgupta et al. 2024, PerSEval (arXiv 2407.00453); as KDM-LAB/EGISES-EMNLP23,
 * `get_perseval_score` with its default parameters (α of 4, 4 and 3; β 1).
 */
export function perseval(
  documents: readonly PersonalizedDocument[],
  distance: TextDistance,
  options: ResponsivenessOptions = {},
): number | null {
  return meanOf(
    documents.flatMap((document) => {
      const discounts = effectiveness(document.people.map(({ wanted, given }) => distance(given, wanted)));
      const scores = responsiveness(document, distance, options);
      return meanOf(scores.map((score, person) => score * (discounts[person] as number))) ?? [];
    }),
  );
}

/** EDP, what each person's responsiveness is multiplied by, from the distances of the texts given to those wanted. */
function effectiveness(errors: readonly number[]): number[] {
  const least = Math.min(...errors);
  const mean = meanOf(errors) ?? 0;
  const drop = sigmoid(least / (1 - least + EPSILON), 4);
  return errors.map((error) => {
    const inconsistency = sigmoid((error - least) / (mean - least + EPSILON), 4);
    return 1 - sigmoid(inconsistency + drop, 3) + EPSILON;
  });
}

const sigmoid = (value: number, alpha: number) => 1 / (1 + 10 ** alpha * Math.exp(-10 * value));
