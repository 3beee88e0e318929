import { type Comparison, type LeftOutReason, leftOutReason } from "../schema/comparison.js";
import type { TrialEncounter, TrialResult } from "../schema/trial.js";

/** The pair a trial belongs to: whoever assists, person, scenario and repeat are the same. A twin is another person. */
export const pairOf = ({
  persona,
  twin,
  scenario,
  repeat,
}: Pick<TrialResult, "persona" | "twin" | "scenario" | "repeat">) =>
  `${persona}${twin ? `~${twin.fact}` : ""}|${scenario}|${repeat}`;

/** One arm among all trials of its run. */
export interface Arm {
  id: string;
  trials: readonly TrialEncounter[];
}

/** Two trials, by id, that met the same person with the same draws. */
export interface Pair {
  persona: string;
  before: string;
  after: string;
}

/** The pairs of two arms, and how many are none, by reason. */
export interface Pairing {
  pairs: Pair[];
  leftOut: Comparison["left_out"];
}

/**
 * Pairs two arms by persona, scenario and repeat. A pair in which the simulated user failed in any arm of either run is none,
 * as in summaries; neither are trials with another seed or other facts, for those met another person. Twins are left aside.
 */
export function pairingOf(before: Arm, after: Arm): Pairing {
  const all = [...before.trials, ...after.trials];
  const broken = new Set(all.filter(({ outcome }) => outcome === "simulator_error").map(pairOf));
  const [ones, others] = [byPair(before), byPair(after)];
  const pairs: Pair[] = [];
  const fallen: LeftOutReason[] = [];
  for (const key of new Set([...ones.keys(), ...others.keys()])) {
    const [one, other] = [ones.get(key), others.get(key)];
    const reason = broken.has(key) ? "simulator_error" : whyNone(one, other);
    if (reason !== null) fallen.push(reason);
    else if (one && other) pairs.push({ persona: one.persona, before: one.id, after: other.id });
  }
  const leftOut = leftOutReason.options.flatMap((reason) => {
    const count = fallen.filter((one) => one === reason).length;
    return count > 0 ? [{ reason, pairs: count }] : [];
  });
  return { pairs, leftOut };
}

const byPair = ({ id, trials }: Arm) =>
  new Map(trials.filter(({ assistant, twin }) => assistant.id === id && !twin).map((trial) => [pairOf(trial), trial]));

function whyNone(one: TrialEncounter | undefined, other: TrialEncounter | undefined): LeftOutReason | null {
  if (!one) return "missing_before";
  if (!other) return "missing_after";
  if (one.seed !== other.seed) return "other_seed";
  if (JSON.stringify(one.truth) !== JSON.stringify(other.truth)) return "other_truth";
  const lost = [one, other].some(({ outcome }) => outcome === "infrastructure_error");
  return lost ? "infrastructure_error" : null;
}
