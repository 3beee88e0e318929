import type { LivedFact } from "../../core/life.js";
import { satisfyingValues, wantedValue } from "../../core/satisfies.js";
import type { Vocabulary } from "../../core/world.js";

/** How a fact may be told: in the person's own words, in those of its values, and plainly where there are none. */
export function wordingsFor(
  slots: Vocabulary,
  fact: LivedFact,
): { own: readonly string[]; shared: readonly string[]; plain: string } {
  const slot = slots[fact.slot];
  const { is, min, max, not } = fact.condition;
  const values = slot && not === undefined ? satisfyingValues(slot, fact.condition) : [];
  const exact = values.filter((value) => [is, min, max].includes(value));
  const shared = (exact.length > 0 ? exact : values).flatMap((value) => slot?.values[value]?.say ?? []);
  return { own: fact.say, shared, plain: `${wantedValue(fact.condition)}${slot?.unit ? ` ${slot.unit}` : ""}` };
}
