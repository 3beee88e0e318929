import { latestFirst, recollectionsOf, turnsOf } from "../recollections.js";
import { type Technique, withinBudget } from "../technique.js";

/** Contextual prompting (arXiv 2411.00027, section 5.2.1): all that came before, the most recent first, as far as the budget goes. */
export const history: Technique = {
  id: "history",
  family: "prompting",
  meaning: "everything that came before, most recent first",
  needs: "materials",
  manner: "serve",
  start(stage) {
    const kept = recollectionsOf(stage);
    return {
      observe: (session) => kept.push(...turnsOf(session)),
      recall: () => withinBudget(latestFirst(kept), stage.recallTokens),
    };
  },
};
