import { recollectionsOf, turnsOf } from "../recollections.js";
import { queryOf } from "../retrieval/query.js";
import { vectorIndex } from "../retrieval/vectorIndex.js";
import { type Technique, withinBudget } from "../technique.js";

/**
 * Dense retrieval (arXiv 2411.00027, section 5.1.2; Reimers and Gurevych 2019, arXiv 1908.10084): pieces by the cosine of their
 * vector with that of the last two user turns. What is no nearer than a right angle is left out. It is worth what its
 * embeddings are: those made offline know shared strings only.
 */
export const dense: Technique = {
  id: "dense",
  family: "retrieval",
  meaning: "past turns and materials whose embeddings are near those of the last user turns",
  needs: "materials",
  manner: "serve",
  embeds: true,
  start(stage) {
    const index = vectorIndex(stage.embeddings);
    index.add(recollectionsOf(stage));
    return {
      observe: (session) => index.add(turnsOf(session)),
      async recall(encounter) {
        const near = await index.nearest(queryOf(encounter));
        const found = near.filter(({ similarity }) => similarity > 0).map(({ piece }) => piece);
        return withinBudget(found, stage.recallTokens);
      },
    };
  },
};
