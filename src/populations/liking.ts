import type { Draws } from "../core/draws.js";
import { satisfies } from "../core/satisfies.js";
import { utility } from "../core/utility.js";
import type { Vocabulary } from "../core/world.js";
import type { Item } from "../schema/catalog.js";
import { conditionOf } from "../schema/condition.js";
import type { WrittenFact } from "./facts.js";

/** An item as a person liked it on some day: its utility to them, 0 where it is ruled out, and what chance made of it. */
export interface Liked {
  item: Item;
  utility: number;
  felt: number;
}

/**
 * The items by how they were liked, best first: utility plus normal noise, a probit choice (Train 2009, Discrete Choice
 * Methods with Simulation, chapter 5). Facts that hold for one audience only, and private ones, move nothing.
 */
export function likedBy(
  facts: readonly WrittenFact[],
  items: readonly Item[],
  slots: Vocabulary,
  noise: number,
  draws: Draws,
): Liked[] {
  return items
    .map((item) => {
      const relevant = shown(facts).filter(({ slot }) => item.attributes[slot] !== undefined);
      const preferences = relevant.map((fact) => ({
        ...{ slot: fact.slot, condition: conditionOf(fact) },
        ...{ strength: fact.strength ?? 0.5, veto: fact.veto ?? false },
      }));
      const judged = utility(slots, item.attributes, preferences, []);
      const worth = judged.admissible ? (judged.utility ?? 0) : 0;
      return { item, utility: worth, felt: worth + noise * normal(draws) };
    })
    .sort((one, other) => other.felt - one.felt);
}

/** The facts that an item meets, or that it does not, strongest first. */
export function factsMet(
  facts: readonly WrittenFact[],
  { attributes }: Item,
  slots: Vocabulary,
  met = true,
): WrittenFact[] {
  return shown(facts)
    .filter(({ slot, strength }) => attributes[slot] !== undefined && (strength ?? 0) > 0)
    .filter((fact) => {
      const slot = slots[fact.slot];
      return slot !== undefined && satisfies(slot, conditionOf(fact), attributes[fact.slot]) === met;
    })
    .sort((one, other) => (other.strength ?? 0) - (one.strength ?? 0));
}

const shown = (facts: readonly WrittenFact[]) =>
  facts.filter(({ when, disclose }) => when === undefined && disclose !== "private");

/** Box and Muller 1958: a standard normal number from two uniform ones. */
function normal(draws: Draws): number {
  const radius = Math.sqrt(-2 * Math.log(1 - draws.number("noise")));
  return radius * Math.cos(2 * Math.PI * draws.number("noise"));
}
