import type { Item } from "../../schema/catalog.js";
import type { Feedback } from "./feedback.js";

/** Weights by feature; a feature is `slot=value`. */
export type Weights = ReadonlyMap<string, number>;

/** With so many observations of a feature alone, the individual counts as much as the level above. */
const KAPPA = 2;
/** Sweeps over all features; the weights settle long before. */
const SWEEPS = 60;

/** The features of an item: each value of each of its attributes. */
export function featuresOf({ attributes }: Pick<Item, "attributes">): string[] {
  return Object.entries(attributes).flatMap(([slot, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${slot}=${one}`),
  );
}

/**
 * The weights θ that feedback gives to features, drawn to the weights w of the level above: the minimum of
 * Σ (liking - Σ θ of the item's features)² + κ Σ (θ - w)², κ = 2. Ridge regression around a prior (Hoerl and Kennard 1970),
 * solved feature by feature in turn (Gauss-Seidel). A feature never seen keeps the weight above; one seen n times alone, with
 * mean liking m, gets (n m + κ w) / (n + κ). Feedback on items that are not among `items` is left out.
 */
export function shrunk(feedback: readonly Feedback[], items: ReadonlyMap<string, Item>, above: Weights): Weights {
  const seen = feedback.flatMap(({ item, liking }) => {
    const found = items.get(item);
    return found ? [{ liking, features: featuresOf(found) }] : [];
  });
  const byFeature = new Map<string, typeof seen>();
  for (const one of seen)
    for (const feature of one.features) byFeature.set(feature, [...(byFeature.get(feature) ?? []), one]);
  const weights = new Map(above);
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const [feature, among] of byFeature) {
      const own = weights.get(feature) ?? 0;
      const left = among.reduce((sum, { liking, features }) => sum + liking - sumOf(features, weights) + own, 0);
      weights.set(feature, (left + KAPPA * (above.get(feature) ?? 0)) / (among.length + KAPPA));
    }
  return weights;
}

/** How much an item is liked by these weights: the sum over its features, those without a weight counting 0. */
export const likingOf = (item: Pick<Item, "attributes">, weights: Weights) => sumOf(featuresOf(item), weights);

const sumOf = (features: readonly string[], weights: Weights) =>
  features.reduce((sum, feature) => sum + (weights.get(feature) ?? 0), 0);
