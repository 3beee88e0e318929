import type { Draws } from "../core/draws.js";

/** Hands out the entries of lists so that each is used about as often as any other. */
export interface Dealer {
  /** The next entry under a name that is in this list and will do, or null where none does. */
  deal<T>(name: string, list: readonly T[], will?: (one: T) => boolean): T | null;
}

/**
 * A dealer over drawn orders. A list is shuffled, handed out to its end and shuffled again: people come by the same
 * sentence as seldom as its list allows.
 */
export function dealer(draws: Draws): Dealer {
  const decks = new Map<string, unknown[]>();
  return {
    deal<T>(name: string, list: readonly T[], will: (one: T) => boolean = () => true): T | null {
      const deck = (decks.get(name) ?? []) as T[];
      decks.set(name, deck);
      const listed = (one: T) => list.includes(one) && will(one);
      if (!deck.some(listed)) deck.push(...draws.shuffled(name, list));
      const place = deck.findIndex(listed);
      return place < 0 ? null : (deck.splice(place, 1)[0] as T);
    },
  };
}
