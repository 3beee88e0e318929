import { drawsFor } from "../draws.js";
import { binomialAtMost } from "./binomial.js";
import { percentile } from "./percentile.js";
import { ratioOf, type Share } from "./ratioInterval.js";
import { resamplesFor } from "./resamples.js";

/**
 * The true rate behind the rate that an imperfect judge reports: (p + Sp - 1) / (Se + Sp - 1), clipped to [0, 1].
 * Null where Se + Sp is at most 1: such a judge says nothing of the truth.
 * Source: Rogan and Gladen 1978, American Journal of Epidemiology 107, 71–76.
 * @param reported the share that the judge called positive (p)
 * @param sensitivity the share of true positives that it calls positive (Se)
 * @param specificity the share of true negatives that it calls negative (Sp)
 */
export function trueRate(reported: number, sensitivity: number, specificity: number): number | null {
  const informed = sensitivity + specificity - 1;
  return informed <= 0 ? null : Math.min(1, Math.max(0, (reported + specificity - 1) / informed));
}

/** What is known of a judge, and what it said. */
export interface Judged {
  /** Of the things that people called positive: how many the judge called positive, of how many. */
  positives: Share;
  /** Of the things that people called negative: how many the judge called negative, of how many. */
  negatives: Share;
  /** Of each person in the run: how many things the judge called positive, of how many. */
  persons: readonly Share[];
}

/** A corrected rate with its interval. */
export interface CorrectedRate extends Parts {
  value: number | null;
  low: number | null;
  high: number | null;
  /** How many resamples had a judge that said nothing of the truth, and were left out of the interval. */
  undefinedResamples: number;
}

/** The rate that a judge reports, and what is known of the judge; null where there is nothing to divide by. */
interface Parts {
  reported: number | null;
  sensitivity: number | null;
  specificity: number | null;
}

/**
 * The true rate with a 95 % percentile interval for which the positives, the negatives (so Se and Sp) and the persons of the
 * run (so p) are all drawn anew, 2,000 times: it is wider than one that takes the judge's errors for known.
 * Null where a part is missing or the judge says nothing of the truth. Clipping piles resamples up at 0 and 1. Se and Sp are
 * drawn as binomial counts, which is what drawing the things themselves anew comes to: they must be independent.
 * Source: Rogan and Gladen 1978; Lang and Reiczigel 2014, Preventive Veterinary Medicine 113, 13–22, on why all three vary.
 * @param seed of the draws: to be kept beside the result
 */
export function correctedRate({ positives, negatives, persons }: Judged, seed: number): CorrectedRate {
  const parts = {
    reported: ratioOf(persons),
    sensitivity: ratioOf([positives]),
    specificity: ratioOf([negatives]),
  };
  const value = rateOf(parts);
  const none = { value, low: null, high: null, ...parts, undefinedResamples: 0 };
  if (value === null) return none;
  const draws = drawsFor(`${seed}|rogan-gladen`);
  const sensitivity = drawnAgain(positives, () => draws.number("positives"));
  const specificity = drawnAgain(negatives, () => draws.number("negatives"));
  const resamples = resamplesFor(seed)(persons.length);
  const rates = resamples.flatMap((places) => {
    const reported = ratioOf(places.map((place) => persons[place] as Share));
    return rateOf({ reported, sensitivity: sensitivity(), specificity: specificity() }) ?? [];
  });
  if (rates.length === 0) return none;
  const [low, high] = [percentile(rates, 0.025), percentile(rates, 0.975)];
  return { ...none, low, high, undefinedResamples: resamples.length - rates.length };
}

/** Draws the share of a binomial count with the same tries and the share there is. */
function drawnAgain({ numerator, denominator }: Share, draw: () => number): () => number {
  const atMost = binomialAtMost(denominator, numerator / denominator);
  return () => {
    const drawn = draw();
    const count = atMost.findIndex((chance) => drawn < chance);
    return (count < 0 ? denominator : count) / denominator;
  };
}

function rateOf({ reported, sensitivity, specificity }: Parts): number | null {
  if (reported === null || sensitivity === null || specificity === null) return null;
  return trueRate(reported, sensitivity, specificity);
}
