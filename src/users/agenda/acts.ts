import type { LivedFact } from "../../core/life.js";
import type { UserAct } from "../../schema/act.js";
import type { Item } from "../../schema/catalog.js";

/** One thing a user means to do, before it has words. */
export type Act =
  | { intent: "open" | "relax" | "restart" | "repeat" | "prompt" | "no-more" }
  | { intent: "thank" | "bye" | "give-up" }
  | { intent: "inform" | "affirm"; fact: LivedFact }
  /** `kept`: there is something to tell, but not to whoever asks. */
  | { intent: "decline"; kept: boolean }
  | { intent: "answer"; slot: string; facts: readonly LivedFact[] }
  | { intent: "deny"; fact: LivedFact; reminded: boolean }
  | { intent: "accept"; item: Item; manner: Manner }
  | { intent: "question" | "alternative"; item: Item }
  | { intent: "correct"; item: Item; fact: LivedFact; reminded: boolean }
  | { intent: "request"; item: Item; request: string };

/** How something is taken: at once, after a search, for want of a better one, or after all. */
export type Manner = "willing" | "glad" | "resigned" | "returning";

/** At most so many facts go into one answer. */
export const FACTS_IN_ANSWER = 2;

/** The facts that an act tells. */
export function factsIn(act: Act): readonly LivedFact[] {
  if (act.intent === "answer") return act.facts.slice(0, FACTS_IN_ANSWER);
  return "fact" in act ? [act.fact] : [];
}

/** An act as it is written into the log. */
export function logged(act: Act): UserAct {
  const [fact] = factsIn(act);
  return {
    intent: act.intent,
    ...("item" in act ? { item: act.item.id } : {}),
    ...("request" in act ? { request: act.request } : {}),
    ...(act.intent === "answer" && act.slot !== "" ? { slot: act.slot } : fact ? { slot: fact.slot } : {}),
    ...(fact ? { condition: fact.condition } : {}),
  };
}
