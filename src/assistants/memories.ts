import type { Stage } from "../core/ports.js";
import { latestFirst, recollectionsOf, turnsOf } from "./recollections.js";
import { type Memory, withinBudget } from "./technique.js";

/** A memory that keeps nothing beyond the session. */
export const nothing = (): Memory => ({ observe: () => {}, recall: () => [] });

/** A memory that keeps all that came before, and brings the most recent first as far as the budget goes. */
export function everything(stage: Stage): Memory {
  const kept = recollectionsOf(stage);
  return {
    observe: (session) => void kept.push(...turnsOf(session)),
    recall: () => withinBudget(latestFirst(kept), stage.recallTokens),
  };
}
