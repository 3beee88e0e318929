import type { TrialResult } from "../schema/trial.js";

/** One probe that a person and their twin were both asked, with the same assistant on the same day. */
export interface TwinProbe {
  persona: string;
  /** Whether the swap changes which options are best; if not, the fact has nothing to do with the probe, or not enough. */
  moves: boolean;
  /** Where it moves: both got one of their best. Where it does not: both got the same. */
  right: boolean;
}

/**
 * What became of the probes of one arm when one fact was swapped: a choice that rests on the fact goes with it, and one
 * that does not stays (the idea of counterfactual fairness tests, Kusner et al. 2017, turned around: here most of the
 * change is wanted). Probes whose optimum stays although the fact is asked for are left out: either choice may be right.
 */
export function twinProbes(heads: readonly TrialResult[]): TwinProbe[] {
  const originals = new Map(heads.filter(({ twin }) => !twin).map((head) => [keyOf(head), head]));
  return heads.flatMap((head) => {
    const original = head.twin && originals.get(keyOf(head));
    return original ? comparedProbes(original, head) : [];
  });
}

const keyOf = ({ persona, scenario, repeat, assistant }: TrialResult) =>
  `${persona}|${scenario}|${repeat}|${assistant.id}`;

function comparedProbes(original: TrialResult, other: TrialResult): TwinProbe[] {
  return original.probes.flatMap((probe) => {
    const twin = other.probes.find(({ id }) => id === probe.id);
    if (!twin || probe.chosen === null || twin.chosen === null) return [];
    const moves = !probe.optimum.some((id) => twin.optimum.includes(id));
    const same = JSON.stringify(probe.optimum) === JSON.stringify(twin.optimum);
    if (!moves && !same) return [];
    const right = moves
      ? probe.optimum.includes(probe.chosen) && twin.optimum.includes(twin.chosen)
      : probe.chosen === twin.chosen;
    return [{ persona: original.persona, moves, right }];
  });
}
