import type { z } from "zod";
import type { Draws } from "../core/draws.js";
import type { Vocabulary } from "../core/world.js";
import type { Item } from "../schema/catalog.js";
import type { Evidence, interaction } from "../schema/persona.js";
import type { Population } from "../schema/population.js";
import { datesWithin } from "./dates.js";
import type { WrittenFact } from "./facts.js";
import { factsMet, type Liked, likedBy } from "./liking.js";

export type WrittenInteraction = z.input<typeof interaction>;

/** Items of one kind in one catalog: what a person chooses among. */
export type Shelf = readonly Item[];

/** At most so many facts are read from one thing done. */
const SHOWN = 3;

/** What a person did with things of some kinds: took one they liked, set aside or gave back one they did not, looked at a third. */
export function interactionsOf(
  facts: readonly WrittenFact[],
  shelves: readonly Shelf[],
  slots: Vocabulary,
  { interactions, period }: Population,
  draws: Draws,
): WrittenInteraction[] {
  const count = Math.round(draws.within("kinds", interactions.kinds));
  const visited = draws.shuffled("shelves", shelves).slice(0, count);
  const done = visited.flatMap((items) => {
    const liked = likedBy(facts, items, slots, interactions.noise, draws);
    const [best, second, worst] = [liked[0], liked[1], liked.at(-1)] as [Liked, Liked, Liked];
    const happened = [taken(best, facts, slots, draws)];
    if (draws.chance("set aside", 0.6)) happened.push(leftAlone(worst, facts, slots, draws));
    if (liked.length > 2 && draws.chance("looked", 0.4)) happened.push({ item: second.item.id, action: "viewed" });
    return happened;
  });
  const dates = datesWithin(period, done.length, draws);
  return done.map((one, index) => ({ ...one, at: dates[index] as string }));
}

type Deed = Omit<WrittenInteraction, "at">;

function taken({ item, felt }: Liked, facts: readonly WrittenFact[], slots: Vocabulary, draws: Draws): Deed {
  const evidence = implied(factsMet(facts, item, slots));
  if (!draws.chance("rates", 0.5))
    return { item: item.id, action: draws.pick("takes", ["chose", "bought"] as const), evidence };
  return { item: item.id, action: "rated", rating: Math.min(5, Math.max(3, Math.round(1 + 4 * felt))), evidence };
}

function leftAlone({ item, felt }: Liked, facts: readonly WrittenFact[], slots: Vocabulary, draws: Draws): Deed {
  const evidence = implied(factsMet(facts, item, slots, false));
  const action = draws.pick("leaves", ["skipped", "returned", "rated"] as const);
  if (action !== "rated") return { item: item.id, action, evidence };
  return { item: item.id, action, rating: Math.min(3, Math.max(1, Math.round(1 + 4 * felt))), evidence };
}

/** What a thing done lets be understood. */
export const implied = (facts: readonly WrittenFact[]): Evidence[] =>
  facts.slice(0, SHOWN).map(({ id }) => ({ fact: id, form: "implied" }));
