import { factRecollections } from "../factRecollections.js";
import { type Technique, withinBudget } from "../technique.js";

/** Exactly what is known at the turn, as facts with who may learn them: the ceiling of selection (docs/truth.md). */
export const oracle: Technique = {
  id: "oracle",
  family: "controls",
  meaning: "exactly what is known by then, as facts",
  needs: "truth",
  manner: "serve",
  start: ({ truth, recallTokens }) => ({
    observe: () => {},
    recall: ({ moment, task }) => withinBudget(factRecollections(truth.believed(moment), task), recallTokens),
  }),
};
