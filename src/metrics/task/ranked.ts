/** What was put in order for one person or query, best first, and which of it is relevant. */
export interface Ranked {
  /** Ids, each once. */
  ranked: readonly string[];
  relevant: ReadonlySet<string>;
}

/** How many of the first k are relevant. */
export function hitsAtK({ ranked, relevant }: Ranked, k: number): number {
  return new Set(ranked.slice(0, k).filter((id) => relevant.has(id))).size;
}
