import { recollectionsOf, turnsOf } from "../recollections.js";
import { queryOf } from "../retrieval/query.js";
import { wordIndex } from "../retrieval/wordIndex.js";
import { type Technique, withinBudget } from "../technique.js";

/** Sparse retrieval (arXiv 2411.00027, section 5.1.1) with the Okapi BM25 weighting. The query is what the user said in the last two turns. */
export const bm25: Technique = {
  id: "bm25",
  family: "retrieval",
  meaning: "past turns and materials that share words with the last user turns",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const index = wordIndex();
    index.add(recollectionsOf(stage));
    return {
      observe: (session) => index.add(turnsOf(session)),
      recall: (encounter) => withinBudget(index.search(queryOf(encounter)), stage.recallTokens),
    };
  },
};
