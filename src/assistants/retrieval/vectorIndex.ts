import { cosine } from "../../core/cosine.js";
import type { Embeddings } from "../../core/ports.js";
import type { Recollection } from "../technique.js";

/** A piece and the cosine of the angle between its vector and the query's, -1 to 1. */
export interface Near {
  piece: Recollection;
  similarity: number;
}

/** Pieces by how near they are to a query. */
export interface VectorIndex {
  add(pieces: readonly Recollection[]): void;
  /** All of them, the nearest first. */
  nearest(query: string): Promise<Near[]>;
}

/**
 * Every piece is embedded once, all that came since the last query in one call; each query is a call of its own. Nothing is
 * asked where there is nothing to find.
 */
export function vectorIndex(embeddings: Embeddings): VectorIndex {
  const unread: Recollection[] = [];
  const kept: { piece: Recollection; vector: number[] }[] = [];

  async function readOn(): Promise<void> {
    const pieces = unread.splice(0);
    if (pieces.length === 0) return;
    const vectors = await embeddings.embedDocuments(pieces.map(({ text }) => text));
    kept.push(...pieces.map((piece, at) => ({ piece, vector: vectors[at] ?? [] })));
  }

  return {
    add: (pieces) => void unread.push(...pieces),
    async nearest(query) {
      await readOn();
      if (kept.length === 0) return [];
      const asked = await embeddings.embedQuery(query);
      const near = kept.map(({ piece, vector }) => ({ piece, similarity: cosine(asked, vector) }));
      return near.sort((one, other) => other.similarity - one.similarity);
    },
  };
}
