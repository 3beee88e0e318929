import { activeFacts } from "../../core/life.js";
import { factRecollections } from "../factRecollections.js";
import { type Technique, withinBudget } from "../technique.js";

/** The whole file, told or not: more than any assistant could know. */
export const omniscient: Technique = {
  id: "omniscient",
  family: "controls",
  meaning: "the whole persona file as it holds at the turn",
  needs: "truth",
  manner: "serve",
  start: ({ truth, recallTokens }) => ({
    observe: () => {},
    recall: ({ moment, task }) => withinBudget(factRecollections(activeFacts(truth.life, moment), task), recallTokens),
  }),
};
