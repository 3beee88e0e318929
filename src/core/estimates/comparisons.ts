import { axesOf } from "../../schema/axes.js";
import type { AssistantName } from "../../schema/event.js";
import type { Estimate } from "../../schema/score.js";
import type { TrialResult } from "../../schema/trial.js";
import { attributionShare, attributionsOf } from "../attribution.js";
import { twinProbes } from "../counterfactuals.js";
import { pairOf } from "../pairing.js";
import { baselineFor } from "../plan.js";
import { type Cells, cellsOf, estimate, personMeans } from "./cells.js";
import { type COMPUTED, computedScale } from "./computed.js";

/** The scorer whose paired differences are the gain over `generic` and the specificity. */
export const SERVED = "use.adherence";

/** Gain over the baseline, and of own materials over another segment's, as paired differences of adherence. */
export function pairedDifferences(arms: readonly AssistantName[], cells: Cells): Estimate[] {
  return arms.flatMap((arm) => {
    const baseline = baselineFor(arm, arms);
    const gain = baseline && arm !== baseline ? [difference("comparison.gain", arm, baseline, cells)] : [];
    const twin = arms.find(
      (other) =>
        (["technique", "model"] as const).every((key) => other[key] === arm[key]) &&
        JSON.stringify(axesOf(other)) === JSON.stringify(axesOf(arm)) &&
        other.materials === "other-segment",
    );
    return arm.materials === "own" && twin ? [...gain, difference("comparison.specificity", arm, twin, cells)] : gain;
  });
}

function difference(id: keyof typeof COMPUTED, arm: AssistantName, other: AssistantName, cells: Cells): Estimate {
  const theirs = new Map(cellsOf(cells, SERVED, other.id).map((cell) => [pairOf(cell.head), cell]));
  const pairs = cellsOf(cells, SERVED, arm.id).flatMap((cell) => {
    const twin = theirs.get(pairOf(cell.head));
    return twin ? [{ ...cell, value: cell.value - twin.value }] : [];
  });
  const reason = pairs.length === 0 ? `no pair was finished by both ${arm.id} and ${other.id}` : null;
  return estimate(computedScale(id), arm.id, cells.intervalOf(personMeans(pairs)), pairs.length, reason);
}

/** How well it can be told from an arm's choices whom they were made for. */
export function attribution({ id }: AssistantName, heads: readonly TrialResult[], { intervalOf }: Cells): Estimate {
  const told = attributionsOf(heads.filter(({ assistant }) => assistant.id === id));
  const shares = [...Map.groupBy(told, ({ persona }) => persona).values()].flatMap(
    (own) => attributionShare(own) ?? [],
  );
  const none = "no two persons with different best choices were asked the same";
  const reason = shares.length === 0 ? none : null;
  return estimate(computedScale("comparison.attribution"), id, intervalOf(shares), told.length, reason);
}

/** Choices that go with a swapped fact, and choices that it does not concern and that stay. */
export function counterfactuals({ id: arm }: AssistantName, heads: readonly TrialResult[], cells: Cells): Estimate[] {
  const probes = twinProbes(heads.filter(({ assistant }) => assistant.id === arm));
  return (
    [
      { id: "comparison.counterfactual", moves: true, none: "no swap moved what is best at a probe" },
      { id: "comparison.counterfactual.steady", moves: false, none: "every swap moved what is best" },
    ] as const
  ).map(({ id, moves, none }) => {
    const mine = probes.filter((probe) => probe.moves === moves);
    const byPerson = [...Map.groupBy(mine, ({ persona }) => persona).values()];
    const means = byPerson.map((own) => own.filter(({ right }) => right).length / own.length);
    return estimate(computedScale(id), arm, cells.intervalOf(means), mine.length, mine.length === 0 ? none : null);
  });
}
