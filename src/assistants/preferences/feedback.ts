import type { Turn } from "../../schema/event.js";
import type { Interaction } from "../../schema/persona.js";

/** How an item was taken by somebody: from -1, not at all, to 1. */
export interface Feedback {
  item: string;
  liking: number;
}

/** What doing something with an item says, where there is no rating; a look says little, and a return more than a purchase. */
const ACTIONS: Readonly<Record<Interaction["action"], number>> = {
  ...{ rated: 0, chose: 0.8, bought: 0.8 },
  ...{ skipped: -0.4, returned: -1, viewed: 0.1 },
};

export function feedbackOf({ item, action, rating }: Interaction): Feedback {
  return { item, liking: rating === undefined ? ACTIONS[action] : (rating - 3) / 2 };
}

/** What turns say of the items that answers stood for: taken, or set aside. Read from acts, so offline talk only. */
export function feedbackIn(turns: readonly Turn[]): Feedback[] {
  return turns.flatMap((turn, at) => {
    const before = turns[at - 1];
    if (turn.speaker !== "user" || before?.speaker !== "assistant" || before.choice === null) return [];
    const did = (intent: string) => turn.acts.some((act) => act.intent === intent);
    const liking = did("accept") ? 1 : did("correct") ? -1 : did("alternative") ? -0.5 : 0;
    return liking === 0 ? [] : [{ item: before.choice, liking }];
  });
}
