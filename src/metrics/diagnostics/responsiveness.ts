import { meanOf } from "../../core/statistics/mean.js";
import type { PersonalizedDocument, ResponsivenessOptions, TextDistance } from "./personalized.js";

const EPSILON = 1e-5;

/**
 * DEGRESS, the responsiveness of a model to each person of a document: the mean over the other people of how alike the distance
 * of the texts wanted and that of the texts given are (smaller / larger, with 1e-5 added to both); in (0, 1], 1 is best.
 * Empty under two people: there is nobody to differ from.
 * Source: Vansh et al. 2023, EGISES (EMNLP 2023); as its code (KDM-LAB/EGISES-EMNLP23, `models.py`).
 */
export function responsiveness(
  { document, people }: PersonalizedDocument,
  distance: TextDistance,
  { simplified = false }: ResponsivenessOptions = {},
): number[] {
  if (people.length < 2) return [];
  const wanted = people.map(({ wanted: text }) => text);
  const given = people.map(({ given: text }) => text);
  const spread = (texts: readonly string[]) =>
    texts.map((text, place) => {
      const apart = texts.filter((_, other) => other !== place).map((other) => distance(text, other));
      return simplified ? apart : weighted(apart, distance(text, document));
    });
  const [ideal, actual] = [spread(wanted), spread(given)];
  return ideal.map((row, person) => meanOf(row.map((value, other) => alike(value, actual[person]?.[other] ?? 0))) ?? 0);
}

/** Distances to others, each times its share by softmax of the distances relative to that to the document. */
function weighted(apart: readonly number[], toDocument: number): number[] {
  const powers = apart.map((value) => Math.exp(toDocument === 0 ? 0 : value / toDocument));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return apart.map((value, place) => ((powers[place] as number) / total) * value);
}

const alike = (one: number, other: number) => (Math.min(one, other) + EPSILON) / (Math.max(one, other) + EPSILON);
