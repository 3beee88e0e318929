import type { Segment } from "./bleu.js";
import { chrfNgrams, type RunOptions } from "./chrfNgrams.js";
import { commonOf, type Ngrams, sizeOf } from "./ngrams.js";

/** How chrF is computed; what is not said is sacreBLEU's default. */
export interface ChrfOptions extends RunOptions {
  /** How much more recall weighs than precision: 2. */
  beta?: number;
  /** Whether orders that a text is too short for count as almost 0 instead of being left out; the older definition. */
  epsilonSmoothing?: boolean;
}

/** Runs of one order: in the prediction, in the reference, in both. */
type Matches = readonly [found: number, wanted: number, hits: number];

const EPSILON = 1e-16;

/**
 * chrF of a corpus, in [0, 100]: the F score of runs of 1 to 6 characters, spaces left out, with precision and recall averaged
 * over the orders and counts summed over segments; of several references, the one with the best F counts. Null where the
 * references have no character.
 * Source: Popović 2015 (W15-3049) and 2016 for beta 2; as sacreBLEU 2, signature `case:mixed|eff:yes|nc:6|nw:0|space:no`.
 */
export function corpusChrf(segments: readonly Segment[], options: ChrfOptions = {}): number | null {
  const best = segments.flatMap((segment) => {
    const found = bestMatches(segment, options);
    return found ? [found] : [];
  });
  const sums = (best[0] ?? []).map((_, order): Matches => {
    const rows = best.map((matches) => matches[order] as Matches);
    const sum = (column: 0 | 1 | 2) => rows.reduce((total, row) => total + row[column], 0);
    return [sum(0), sum(1), sum(2)];
  });
  return sums.every(([, wanted]) => wanted === 0) ? null : fScore(sums, options);
}

/** chrF++: chrF with runs of one and two words besides, in [0, 100]. Source: Popović 2017 (W17-4770). */
export function corpusChrfPlusPlus(segments: readonly Segment[], options: ChrfOptions = {}): number | null {
  return corpusChrf(segments, { ...options, wordOrder: 2 });
}

/** chrF of one sentence, in [0, 100]. */
export function sentenceChrf(
  prediction: string,
  references: readonly string[],
  options: ChrfOptions = {},
): number | null {
  return corpusChrf([{ prediction, references }], options);
}

/** The matches with the reference that gives the best F, the first of equals. */
function bestMatches({ prediction, references }: Segment, options: ChrfOptions): Matches[] | null {
  const found = chrfNgrams(prediction, options);
  const compared = references.map((reference) => matchesOf(found, chrfNgrams(reference, options)));
  const scores = compared.map((matches) => fScore(matches, options));
  return compared[scores.indexOf(Math.max(...scores))] ?? null;
}

function matchesOf(found: readonly Ngrams[], wanted: readonly Ngrams[]): Matches[] {
  return found.map((ngrams, order) => {
    const reference = wanted[order] as Ngrams;
    return [reference.size === 0 ? 0 : sizeOf(ngrams), sizeOf(reference), commonOf(ngrams, reference)];
  });
}

function fScore(matches: readonly Matches[], { beta = 2, epsilonSmoothing = false }: ChrfOptions): number {
  if (epsilonSmoothing) {
    const scores = matches.map(
      ([found, wanted, hits]) =>
        fBeta(found > 0 ? hits / found : EPSILON, wanted > 0 ? hits / wanted : EPSILON, beta) ?? EPSILON,
    );
    return (100 * scores.reduce((sum, score) => sum + score, 0)) / matches.length;
  }
  const there = matches.filter(([found, wanted]) => found > 0 && wanted > 0);
  if (there.length === 0) return 0;
  const precision = there.reduce((sum, [found, , hits]) => sum + hits / found, 0) / there.length;
  const recall = there.reduce((sum, [, wanted, hits]) => sum + hits / wanted, 0) / there.length;
  return 100 * (fBeta(precision, recall, beta) ?? 0);
}

/** The F score with recall beta times as important; null where both are 0. */
function fBeta(precision: number, recall: number, beta: number): number | null {
  const denominator = beta ** 2 * precision + recall;
  return denominator === 0 ? null : ((1 + beta ** 2) * precision * recall) / denominator;
}
