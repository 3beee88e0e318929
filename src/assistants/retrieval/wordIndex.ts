import MiniSearch from "minisearch";
import type { Recollection } from "../technique.js";

/** Pieces by the words they share with a query. */
export interface WordIndex {
  add(pieces: readonly Recollection[]): void;
  /** Those that share any, the best first. */
  search(query: string): Recollection[];
}

/** Okapi BM25 (Robertson and Zaragoza 2009) as MiniSearch computes it: BM25+, k = 1.2, b = 0.7. */
export function wordIndex(): WordIndex {
  const pieces = new Map<string, Recollection>();
  const index = new MiniSearch<Recollection>({ fields: ["text"], processTerm: (term) => term.toLowerCase() });
  return {
    add(more) {
      for (const piece of more) {
        pieces.set(piece.id, piece);
        index.add(piece);
      }
    },
    search: (query) => index.search(query).map(({ id }) => pieces.get(id) as Recollection),
  };
}
