import type { Embeddings } from "../core/ports.js";

/** Numbers of a vector. */
const WIDTH = 2048;
/** Characters of the pieces that a word is cut into. */
const PIECE = 3;

/**
 * Vectors of hashed words: how often each word stands in a text, and each three characters in a row of a word with its
 * ends marked, as 1 + ln(count), hashed with a sign into 2048 numbers (the hashing trick, Weinberger et al. 2009,
 * arXiv 0902.2206; pieces of words as in Bojanowski et al. 2017, arXiv 1607.04606), at length 1. Two texts are near where they
 * share strings, and for no other reason: these vectors know no meaning. The same text has the same vector everywhere.
 */
export const hashedWords: Embeddings = {
  embedDocuments: async (texts) => texts.map(vectorOf),
  embedQuery: async (text) => vectorOf(text),
};

function vectorOf(text: string): number[] {
  const vector = Array.from({ length: WIDTH }, () => 0);
  for (const [feature, count] of countsOf(featuresOf(text))) {
    const place = hashOf(feature);
    const sign = place & 0x80000000 ? -1 : 1;
    const at = place % WIDTH;
    vector[at] = (vector[at] as number) + sign * (1 + Math.log(count));
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((number) => number / length);
}

function featuresOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => [word, ...piecesOf(`<${word}>`)]);
}

/** The mark keeps a piece apart from a word of three letters. */
function piecesOf(marked: string): string[] {
  const count = Math.max(0, marked.length - PIECE + 1);
  return Array.from({ length: count }, (_, at) => `#${marked.slice(at, at + PIECE)}`);
}

function countsOf(features: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

/** FNV-1a, 32 bits, over the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
