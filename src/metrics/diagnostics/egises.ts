import { meanOf } from "../../core/statistics/mean.js";
import type { PersonalizedDocument, ResponsivenessOptions, TextDistance } from "./personalized.js";
import { responsiveness } from "./responsiveness.js";

/**
 * EGISES: how *un*responsive a model is to who it writes for, 1 - the mean responsiveness over people, then documents; in
 * [0, 1), 0 is best. Null where no document has two people.
 * A diagnostic, not a measure of service: it rewards variation, not the right variation. The right texts given to the wrong
 * people still earn a middling score. Read it beside an accuracy, or use `perseval`.
 * Source: Vansh et al. 2023 (EMNLP 2023); as KDM-LAB/EGISES-EMNLP23, `get_egises_score`.
 */
export function egises(
  documents: readonly PersonalizedDocument[],
  distance: TextDistance,
  options: ResponsivenessOptions = {},
): number | null {
  const means = documents.flatMap((document) => meanOf(responsiveness(document, distance, options)) ?? []);
  const mean = meanOf(means);
  return mean === null ? null : 1 - mean;
}
