import { normalQuantile, normalTwoSided } from "./normal.js";
import { tBelow, tQuantile } from "./studentT.js";

/** What a test is to keep: its two-sided error, and its chance to see what is there. */
export interface Demand {
  alpha?: number;
  power?: number;
}

/** More persons than anybody will ever simulate. */
const MOST = 1e7;

/**
 * The power of a paired comparison of means, one difference a person: the chance, in [0, 1], that a two-sided paired t
 * test sees an effect. Null under two persons. The deviation is that of the *differences*, and comes from a pilot.
 * Source: Cohen 1988, Statistical Power Analysis for the Behavioral Sciences; exact by the noncentral t, as G*Power and statsmodels' `TTestPower`.
 * @param effect the mean difference there is, in the unit of the score
 * @param deviation the standard deviation of the persons' differences, in the same unit, above 0
 */
export function pairedPower(persons: number, effect: number, deviation: number, alpha = 0.05): number | null {
  if (persons < 2) return null;
  const freedom = persons - 1;
  const critical = tQuantile(1 - alpha / 2, freedom);
  const shift = (Math.abs(effect) / deviation) * Math.sqrt(persons);
  return 1 - tBelow(critical, freedom, shift) + tBelow(-critical, freedom, shift);
}

/**
 * The fewest persons for which a paired comparison of means has the power asked for (.8 unless said otherwise).
 * Null where there is no effect: no number is enough.
 */
export function personsNeeded(effect: number, deviation: number, demand: Demand = {}): number | null {
  const { alpha = 0.05, power = 0.8 } = demand;
  if (effect === 0) return null;
  const enough = (persons: number) => (pairedPower(persons, effect, deviation, alpha) as number) >= power;
  let most = 2;
  while (!enough(most) && most < MOST) most *= 2;
  let least = most / 2;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (enough(middle)) most = middle;
    else least = middle;
  }
  return most >= MOST ? null : most;
}

/**
 * The fewest independent pairs for which McNemar's test of a yes-or-no outcome has the power asked for. If a person has
 * several pairs, multiply by `designEffect`. Null where the arms do not differ.
 * Source: Connor 1987, Biometrics 43, 207–211 (the normal approximation; the exact test wants a few more).
 * @param difference of the two arms' rates, in [-1, 1]
 * @param discordant the share of pairs in which exactly one arm succeeds, at least the size of the difference
 * @throws RangeError where the share is less than that, or over 1
 */
export function pairsNeeded(difference: number, discordant: number, demand: Demand = {}): number | null {
  const { alpha = 0.05, power = 0.8 } = demand;
  if (difference === 0) return null;
  if (discordant < Math.abs(difference) || discordant > 1)
    throw new RangeError(
      `arms that differ by ${difference} disagree on at least that share of pairs and at most on all, not on ${discordant}`,
    );
  const spread = Math.sqrt(discordant - difference ** 2);
  const reach = normalTwoSided(1 - alpha) * Math.sqrt(discordant) + normalQuantile(power) * spread;
  return Math.ceil((reach / difference) ** 2);
}

/**
 * By how much more items are needed where persons share them out: 1 + (m - 1) · ICC for m items a person whose outcomes
 * correlate by ICC within a person. Source: Kish 1965, Survey Sampling.
 */
export function designEffect(itemsPerPerson: number, correlation: number): number {
  return 1 + (itemsPerPerson - 1) * correlation;
}

/** One line of a power table: an effect, the persons it needs, and the power that some numbers of persons have. */
export interface PowerRow {
  effect: number;
  needed: number | null;
  powers: { persons: number; power: number | null }[];
}

/** The power table of a paired comparison of means: for each effect the persons needed, and the power of given numbers. */
export function powerTable(
  effects: readonly number[],
  persons: readonly number[],
  deviation: number,
  demand: Demand = {},
): PowerRow[] {
  return effects.map((effect) => ({
    effect,
    needed: personsNeeded(effect, deviation, demand),
    powers: persons.map((count) => ({
      persons: count,
      power: pairedPower(count, effect, deviation, demand.alpha ?? 0.05),
    })),
  }));
}
