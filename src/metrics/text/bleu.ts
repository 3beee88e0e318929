import { type Tokenize, tokenize13a } from "./bleuTokens.js";
import { commonOf, ngramsOf, sizeOf } from "./ngrams.js";

/** One prediction with one or more references, any of which would do. */
export interface Segment {
  prediction: string;
  references: readonly string[];
}

/** How BLEU is computed; what is not said is sacreBLEU's default. */
export interface BleuOptions {
  tokenize?: Tokenize;
  /** The longest runs that count: 4. */
  maxOrder?: number;
  /** Whether runs longer than the prediction are left out of the mean instead of making it 0: for single sentences. */
  effectiveOrder?: boolean;
}

/** A BLEU score and what it is made of. */
export interface Bleu {
  /** In [0, 100]. */
  score: number;
  /** The share of the predictions' runs of 1, 2, … tokens that a reference has, in [0, 100], smoothed. */
  precisions: number[];
  /** In [0, 1], under 1 where the predictions are shorter than the references. */
  brevityPenalty: number;
  predictionLength: number;
  referenceLength: number;
}

/** Counts that add up over segments. */
interface Counts {
  hits: number[];
  totals: number[];
  predictionLength: number;
  referenceLength: number;
}

/**
 * BLEU of a corpus: the brevity penalty times the geometric mean of the precisions of runs of 1 to 4 tokens, with counts summed over all
 * segments. Precisions of 0 are smoothed exponentially (each next one counts half as much of a hit); no hit at all is 0.
 * Null where the references have no token. A mean of sentence scores is another number.
 * Source: Papineni et al. 2002 (P02-1040); as sacreBLEU 2 (Post 2018, W18-6319), signature `case:mixed|eff:no|tok:13a|smooth:exp`.
 */
export function corpusBleu(segments: readonly Segment[], options: BleuOptions = {}): Bleu | null {
  const { tokenize = tokenize13a, maxOrder = 4, effectiveOrder = false } = options;
  const counts = segments.map((segment) => countsOf(segment, tokenize, maxOrder));
  const sums = counts.reduce(add, { hits: [], totals: [], predictionLength: 0, referenceLength: 0 });
  if (sums.referenceLength === 0) return null;
  const penalty = brevityPenalty(sums.predictionLength, sums.referenceLength);
  const precisions = smoothed(sums);
  const { predictionLength, referenceLength } = sums;
  const score = penalty * geometricMean(precisions.slice(0, effectiveOrder ? orderOf(sums) : maxOrder));
  return { score, precisions, brevityPenalty: penalty, predictionLength, referenceLength };
}

/**
 * BLEU of one sentence, in [0, 100], with the effective order: as sacreBLEU's `sentence_bleu`. It is noisy; compare systems by the
 * corpus. Null where the references have no token.
 */
export function sentenceBleu(
  prediction: string,
  references: readonly string[],
  options: Omit<BleuOptions, "effectiveOrder"> = {},
): Bleu | null {
  return corpusBleu([{ prediction, references }], { ...options, effectiveOrder: true });
}

/** What a text pays for being shorter than what it is compared with: exp(1 - reference / prediction), at most 1. */
export function brevityPenalty(predictionLength: number, referenceLength: number): number {
  if (predictionLength >= referenceLength) return 1;
  return predictionLength === 0 ? 0 : Math.exp(1 - referenceLength / predictionLength);
}

function countsOf({ prediction, references }: Segment, tokenize: Tokenize, maxOrder: number): Counts {
  const tokens = tokenize(prediction);
  const wanted = references.map(tokenize);
  const orders = Array.from({ length: maxOrder }, (_, order) => order + 1);
  return {
    hits: orders.map((n) => commonOf(ngramsOf(tokens, n), mostOf(wanted.map((reference) => ngramsOf(reference, n))))),
    totals: orders.map((n) => sizeOf(ngramsOf(tokens, n))),
    predictionLength: tokens.length,
    referenceLength: closest(
      tokens.length,
      wanted.map(({ length }) => length),
    ),
  };
}

/** Each run as often as it occurs in the reference that has it most often. */
function mostOf(references: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const [ngram, count] of references.flatMap((one) => [...one]))
    most.set(ngram, Math.max(count, most.get(ngram) ?? 0));
  return most;
}

/** The length nearest to a text's, the shorter of two as near; 0 of none. */
function closest(length: number, lengths: readonly number[]): number {
  const near = (one: number) => Math.abs(one - length);
  return [...lengths].sort((one, other) => near(one) - near(other) || one - other)[0] ?? 0;
}

function add(one: Counts, other: Counts): Counts {
  return {
    hits: other.hits.map((count, order) => count + (one.hits[order] ?? 0)),
    totals: other.totals.map((count, order) => count + (one.totals[order] ?? 0)),
    predictionLength: one.predictionLength + other.predictionLength,
    referenceLength: one.referenceLength + other.referenceLength,
  };
}

/** Precisions in percent; the first 0 becomes ½ a hit, the next ¼. All 0 where nothing was hit or there is no run. */
function smoothed({ hits, totals }: Counts): number[] {
  const none = hits.every((count) => count === 0);
  let half = 1;
  return hits.map((count, order) => {
    const total = totals[order] as number;
    if (none || total === 0) return 0;
    if (count === 0) half /= 2;
    return (100 * (count || half)) / total;
  });
}

/** The longest runs that the predictions have. */
const orderOf = ({ totals }: Counts) => totals.filter((total) => total > 0).length;

function geometricMean(values: readonly number[]): number {
  if (values.length === 0 || values.includes(0)) return 0;
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
