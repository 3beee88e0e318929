import type { LivedFact } from "../../core/life.js";
import { wantedValue } from "../../core/satisfies.js";
import { type Condition, conditionOf } from "../../schema/condition.js";
import type { Fact } from "../../schema/persona.js";
import { type Recollection, type Technique, withinBudget } from "../technique.js";

/**
 * The persona level of arXiv 2411.00027: what is most common in the person's group, the person left out.
 * Private facts of peers are not in it, nor facts that hold only for some audience.
 */
export const segment: Technique = {
  id: "segment",
  family: "controls",
  meaning: "the profile of the person's group, the person left out",
  needs: "nothing",
  manner: "serve",
  start({ peers, recallTokens }) {
    const facts = peers.flatMap((peer) => peer.facts).filter(isCommonKnowledge);
    const profile = [...Map.groupBy(facts, ({ slot }) => slot).entries()].map(([slot, held]) =>
      commonest(slot, held, peers.length),
    );
    const kept = withinBudget(
      profile.filter((piece) => piece !== null),
      recallTokens,
    );
    return { observe: () => {}, recall: () => kept };
  },
};

function isCommonKnowledge({ disclose, when, until, strength }: Fact): boolean {
  return disclose !== "private" && when === undefined && until === undefined && strength > 0;
}

/** The condition that most peers share; null unless more than a third of them do. */
function commonest(slot: string, facts: readonly Fact[], peers: number): Recollection | null {
  const votes = [...Map.groupBy(facts, (fact) => JSON.stringify(conditionOf(fact))).values()];
  const most = votes.reduce((best, vote) => (vote.length > best.length ? vote : best));
  if (most.length * 3 <= peers) return null;
  const condition = conditionOf(most[0] as Fact);
  const strength = most.reduce((sum, fact) => sum + fact.strength, 0) / most.length;
  const text = `people like this: ${slot} ${wantedValue(condition)}`;
  return { id: `segment.${slot}`, source: "segment", text, at: null, facts: [presumed(slot, condition, strength)] };
}

/** A fact of the group, held of the person without a veto: nobody said it. */
function presumed(slot: string, condition: Condition, strength: number): LivedFact {
  const open = { from: null, to: null, told: null, supersedes: null, share_with: null, when: undefined };
  return {
    id: `segment.${slot}`,
    slot,
    condition,
    strength,
    veto: false,
    disclose: "open",
    by: "file",
    say: [],
    ...open,
  };
}
