import { satisfies } from "../../core/satisfies.js";
import { kendallTauB } from "../../core/statistics/kendall.js";
import type { Scorer } from "../scorer.js";
import { learnedIn } from "./learned.js";

/**
 * Whether learned weights order attribute values as the person does: Kendall's tau-b (1945) between the weights and the
 * true ones, from -1 to 1. The true weight of a value is the strength of the person's fact on its slot, below 0 where the
 * value does not satisfy it. Only values that the technique has a weight for, on slots the person cares about.
 */
export const weights: Scorer = {
  id: "memory.weights",
  version: 1,
  tier: "deterministic",
  direction: "higher",
  meaning: "learned weights order attribute values as the person does (Kendall's tau-b)",
  cannotSee: "values that no weight was learned for",
  score(subject) {
    const learned = learnedIn(subject);
    const held = learned?.held.filter(({ weight }) => weight !== undefined) ?? [];
    if (!learned || held.length === 0)
      return { value: null, n: 0, reason: "the technique learns no weights", evidence: [] };
    const pairs = held.flatMap(({ slot, condition, weight }) => {
      const fact = learned.life.find((one) => one.slot === slot && one.strength > 0);
      const vocabulary = subject.cast.slots[slot];
      const value = condition.is ?? condition.not;
      if (!fact || !vocabulary || value === undefined) return [];
      return [
        [weight as number, satisfies(vocabulary, fact.condition, value) ? fact.strength : -fact.strength] as const,
      ];
    });
    const tau = kendallTauB(
      pairs.map(([one]) => one),
      pairs.map(([, other]) => other),
    );
    return tau === null
      ? { value: null, n: 0, reason: "too few of the weights are on what the person cares about", evidence: [] }
      : { value: tau, n: pairs.length, evidence: [] };
  },
};
