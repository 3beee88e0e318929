import type { Recollection } from "../technique.js";
import type { Reader } from "./statement.js";

/** How sure one is of what a piece tells: what is on record, said, written, or only follows from what somebody did. */
const CONFIDENCE: Partial<Record<Recollection["source"], number>> = {
  ...{ attribute: 1, session: 0.9, document: 0.8 },
  ...{ interaction: 0.6, pair: 0.6 },
};

/**
 * Offline every technique reads what it has found perfectly (a sandbox of selection, not of comprehension), and so does
 * this reader: a statement for each fact that a piece carries.
 */
export const carriedReader: Reader = async (pieces) =>
  pieces.flatMap((piece) =>
    piece.facts.map(({ slot, condition }) => {
      return { slot, condition, confidence: CONFIDENCE[piece.source] ?? 0.5, piece };
    }),
  );
