import type { Draws } from "../core/draws.js";
import type { Draw, Population, PopulationSegment } from "../schema/population.js";
import type { Value } from "../schema/primitives.js";
import { type Drawn, drawnFrom, weighed } from "./weighing.js";

/**
 * The values of one person by slot: drawn together by the segment, so that they hang together, then some of them
 * departed from one by one, then what is drawn for everybody.
 */
export function valuesOf(population: Population, segment: PopulationSegment, draws: Draws): Drawn {
  const drawn: Record<string, Value> = {};
  for (const step of segment.draws) Object.assign(drawn, taken(step, drawn, draws));
  const chance = segment.deviation ?? population.deviation;
  for (const [slot, value] of Object.entries(drawn)) {
    if (!draws.chance(`departs ${slot}`, chance)) continue;
    const others = valuesInUse(population, slot).filter((other) => String(other) !== String(value));
    if (others.length > 0) drawn[slot] = draws.pick(`instead ${slot}`, others);
  }
  for (const step of population.common) Object.assign(drawn, taken(step, drawn, draws));
  return drawn;
}

/** What one draw gives a person. */
function taken(step: Draw, drawn: Drawn, draws: Draws): Drawn {
  if ("profiles" in step) {
    const named = step.profiles.map((profile) => [profile.is, profile.weight] as const);
    return weighed(draws, `profile ${step.profiles.map(({ id }) => id).join()}`, named);
  }
  if (!draws.chance(`has ${step.slot}`, step.chance)) return {};
  const value = drawnFrom(step.table, drawn, draws, step.slot);
  return value === null ? {} : { [step.slot]: value };
}

/** Every value that some segment can give a slot, in the order of the file. */
export function valuesInUse({ segments }: Pick<Population, "segments">, slot: string): Value[] {
  const values = segments.flatMap(({ draws }) => draws.flatMap((step) => valuesIn(step, slot)));
  return [...new Map(values.map((value) => [String(value), value])).values()];
}

function valuesIn(step: Draw, slot: string): Value[] {
  if ("profiles" in step) return step.profiles.flatMap(({ is }) => is[slot] ?? []);
  if (step.slot !== slot) return [];
  return (Array.isArray(step.table) ? step.table : [{ weights: step.table }]).flatMap(({ weights }) =>
    Object.keys(weights),
  );
}
