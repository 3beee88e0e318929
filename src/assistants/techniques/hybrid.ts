import { recollectionsOf, turnsOf } from "../recollections.js";
import { freshness } from "../retrieval/freshness.js";
import { fused } from "../retrieval/fused.js";
import { queryOf } from "../retrieval/query.js";
import { vectorIndex } from "../retrieval/vectorIndex.js";
import { wordIndex } from "../retrieval/wordIndex.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * Sparse and dense retrieval together (arXiv 2411.00027, section 5.5): the rankings of `bm25` and `dense` by reciprocal rank
 * fusion (Cormack et al. 2009), the score times what the age of a piece leaves of it.
 */
export const hybrid: Technique = {
  id: "hybrid",
  family: "retrieval",
  meaning: "what bm25 and dense find, by reciprocal rank fusion, older pieces counting less",
  needs: "materials",
  manner: "serve",
  embeds: true,
  start(stage) {
    const words = wordIndex();
    const vectors = vectorIndex(stage.embeddings);
    const add = (pieces: readonly Recollection[]) => {
      words.add(pieces);
      vectors.add(pieces);
    };
    add(recollectionsOf(stage));
    return {
      observe: (session) => add(turnsOf(session)),
      async recall(encounter) {
        const query = queryOf(encounter);
        const near = (await vectors.nearest(query)).filter(({ similarity }) => similarity > 0);
        const found = fused([words.search(query), near.map(({ piece }) => piece)]).map(({ piece, score }) => {
          return { piece, score: score * freshness(piece.at, encounter.moment.at) };
        });
        const best = found.sort((one, other) => other.score - one.score);
        return withinBudget(
          best.map(({ piece }) => piece),
          stage.recallTokens,
        );
      },
    };
  },
};
