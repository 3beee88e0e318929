import { latestFirst, recollectionsOf, turnsOf } from "../recollections.js";
import { type Technique, withinBudget } from "../technique.js";

/** A stub that recites all it recalls to whoever reads, and chooses without it: scorers of mentions must not take it for service. */
export const echo: Technique = {
  id: "echo",
  family: "controls",
  meaning: "stub: recites what it recalls and chooses without it",
  needs: "materials",
  manner: "recite",
  start(stage) {
    const kept = recollectionsOf(stage);
    return {
      observe: (session) => kept.push(...turnsOf(session)),
      recall: () => withinBudget(latestFirst(kept), stage.recallTokens),
    };
  },
};
