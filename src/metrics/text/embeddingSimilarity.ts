import { cosine } from "../../core/cosine.js";
import type { Embeddings } from "../../core/ports.js";
import { meanOf } from "../../core/statistics/mean.js";
import { sentencesOf, wordsOf } from "../../core/words.js";
import type { Overlap } from "./overlap.js";

/**
 * The cosine of the vectors of two whole texts, in [-1, 1]; null where one has no word. What it means depends on who makes the
 * vectors: with those of hashed words it says how many strings the texts share, and nothing of meaning.
 * Throws what the embeddings throw.
 */
export async function embeddingSimilarity(embeddings: Embeddings, one: string, other: string): Promise<number | null> {
  if (wordsOf(one).length === 0 || wordsOf(other).length === 0) return null;
  const [first = [], second = []] = await embeddings.embedDocuments([one, other]);
  return cosine(first, second);
}

/**
 * How far the sentences of an answer are met by those of a reference, by greedy matching: precision is the mean over the
 * answer's sentences of the highest cosine with one of the reference, recall the same the other way round, F1 their harmonic mean (0 where
 * they do not sum to more than 0); each in [-1, 1], no baseline taken off. Null where the reference has no sentence; all 0 for an answer
 * without any. All sentences are embedded in one call. Throws what the embeddings throw.
 * Source: Zhang et al. 2020 (BERTScore, arXiv 1904.09675), section 3, on vectors of sentences in place of tokens, without weights.
 */
export async function sentenceMatching(
  embeddings: Embeddings,
  reference: string,
  answer: string,
): Promise<Overlap | null> {
  const [wanted, found] = [reference, answer].map(spokenSentences) as [string[], string[]];
  if (wanted.length === 0) return null;
  if (found.length === 0) return { precision: 0, recall: 0, f1: 0 };
  const vectors = await embeddings.embedDocuments([...wanted, ...found]);
  const [wants, finds] = [vectors.slice(0, wanted.length), vectors.slice(wanted.length)];
  const precision = meanOfNearest(finds, wants);
  const recall = meanOfNearest(wants, finds);
  const sum = precision + recall;
  return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 };
}

const spokenSentences = (text: string) => sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 0);

type Vectors = readonly (readonly number[])[];

const meanOfNearest = (ones: Vectors, others: Vectors) =>
  meanOf(ones.map((one) => Math.max(...others.map((other) => cosine(one, other))))) as number;
