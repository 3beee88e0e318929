import type { Draws } from "../../core/draws.js";
import { mayLearn } from "../../core/life.js";
import { judge } from "../../core/utility.js";
import type { Cast } from "../../core/world.js";
import type { Item } from "../../schema/catalog.js";
import type { Belief } from "./beliefs.js";

/** Chooses among options; undecided choices fall the same way for every technique of a pair. */
export interface Chooser {
  /** The best of the options by these beliefs; null where none may be offered. */
  best(
    options: readonly Item[],
    beliefs: readonly Belief[],
    audience: readonly string[],
    taste?: (option: Item) => number,
  ): Item | null;
  /** A slot of the task that nothing is believed on and on which the best options differ; null where nothing is open. */
  openSlot(options: readonly Item[], slots: readonly string[], beliefs: readonly Belief[]): string | null;
}

export function chooser({ slots, scenario }: Cast, draws: Draws): Chooser {
  const orders = new Map<string, Item[]>();

  /** One order per kind and trial, drawn before anything is known, settles all ties. */
  function ordered(options: readonly Item[]): Item[] {
    const kind = options[0]?.kind ?? "";
    const order = orders.get(kind) ?? draws.shuffled(`choice.${kind}`, options);
    if (!orders.has(kind)) orders.set(kind, order);
    return order.filter((item) => options.includes(item));
  }

  function optimal(options: readonly Item[], beliefs: readonly Belief[]): Item[] {
    const { optimum } = judge(slots, options, beliefs, scenario.norms);
    return ordered(options).filter((item) => optimum.includes(item.id));
  }

  return {
    best(options, beliefs, audience, taste) {
      const unfit = new Set(beliefs.filter((belief) => !mayLearn(belief, audience)).map(({ slot }) => slot));
      const discreet = options.filter((item) => !item.reveals.some((slot) => unfit.has(slot)));
      const equals = optimal(discreet.length > 0 ? discreet : options, beliefs);
      return (taste ? tastiest(equals, taste) : equals[0]) ?? null;
    },
    openSlot(options, relevant, beliefs) {
      const best = optimal(options, beliefs);
      const unknown = relevant.filter(
        (slot) => !beliefs.some((belief) => belief.slot === slot) && (slots[slot]?.ask.length ?? 0) > 0,
      );
      return (
        unknown.find((slot) => new Set(best.map((item) => JSON.stringify(item.attributes[slot]))).size > 1) ?? null
      );
    },
  };
}

/** The first of those that taste best. */
function tastiest(items: readonly Item[], taste: (option: Item) => number): Item | undefined {
  const tasted = items.map((item) => ({ item, liking: taste(item) }));
  return tasted.reduce<(typeof tasted)[0] | undefined>(
    (best, one) => (best === undefined || one.liking > best.liking ? one : best),
    undefined,
  )?.item;
}
