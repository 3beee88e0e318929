import MiniSearch from "minisearch";
import { recollectionsOf, turnsOf } from "../recollections.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * Sparse retrieval (arXiv 2411.00027, section 5.1.1) with the Okapi BM25 weighting (Robertson and Zaragoza 2009)
 * as MiniSearch computes it (BM25+, k = 1.2, b = 0.7). The query is what the user said in the last two turns.
 */
export const bm25: Technique = {
  id: "bm25",
  family: "retrieval",
  meaning: "past turns and materials that share words with the last user turns",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const pieces = new Map<string, Recollection>();
    const index = new MiniSearch<Recollection>({ fields: ["text"], processTerm: (term) => term.toLowerCase() });
    const keep = (piece: Recollection) => {
      pieces.set(piece.id, piece);
      index.add(piece);
    };
    for (const piece of recollectionsOf(stage)) keep(piece);
    return {
      observe: (session) => turnsOf(session).forEach(keep),
      recall({ turns }) {
        const spoken = turns.filter((turn) => turn.speaker === "user").slice(-TURNS_IN_QUERY);
        const found = index.search(spoken.map(({ text }) => text).join(" "));
        return withinBudget(
          found.map(({ id }) => pieces.get(id) as Recollection),
          stage.recallTokens,
        );
      },
    };
  },
};

const TURNS_IN_QUERY = 2;
