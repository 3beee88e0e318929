import type { LivedFact } from "../../core/life.js";
import { type Preference, utility } from "../../core/utility.js";
import type { Vocabulary } from "../../core/world.js";
import type { Condition } from "../../schema/condition.js";
import type { Attribute, Value } from "../../schema/primitives.js";
import type { Choice, Example } from "./examples.js";
import type { Ways } from "./refined.js";

/** An instruction as stated preferences, one on a slot at most. */
export type Stated = readonly LivedFact[];

/** How often new ones are written, which costs little here. */
const ROUNDS = 6;
/** Failures that are looked at in one writing. */
const LOOKED_AT = 3;
/** What a preference weighs that nobody spoke of: the middle of the scale. */
const WEIGHT = 0.5;

/** Instructions without a model: an assistant chooses by the utility of what is stated, and a failure is mended by one more statement. */
export function stating(slots: Vocabulary): Ways<Stated> {
  const chosenBy = (stated: Stated, { options }: Example) => bestOf(slots, options, stated);
  return {
    ...{ first: [], rounds: ROUNDS },
    tried: async (stated, examples) => examples.map((example) => agreementOf(chosenBy(stated, example), example)),
    rewritten: async (stated, failures) =>
      failures.slice(-LOOKED_AT).flatMap((failure) => {
        const mends = [...failure.told, ...contrasts(failure, chosenBy(stated, failure))];
        return mends.map((mend) => [...stated.filter(({ slot }) => slot !== mend.slot), mend]);
      }),
  };
}

/** An undecided assistant takes any of the best: what it would choose right in so many of so many cases. */
function agreementOf(best: readonly Choice[], { id, liked }: Example): number {
  const share = best.some((option) => option.id === id) ? 1 / best.length : 0;
  return liked ? share : 1 - share;
}

function bestOf(slots: Vocabulary, options: readonly Choice[], stated: readonly Preference[]): Choice[] {
  const worth = options.map((option) => utility(slots, option.attributes, stated, []).utility ?? 0);
  const most = Math.max(...worth);
  return options.filter((_, at) => (worth[at] as number) > most - 1e-9);
}

/** What sets the thing that was liked apart from what would have been chosen; what the other has, where it was not liked. */
function contrasts({ options, id, liked }: Example, best: readonly Choice[]): LivedFact[] {
  const meant = options.find((option) => option.id === id);
  const other = best.find((option) => option.id !== id) ?? options.find((option) => option.id !== id);
  return Object.entries(meant?.attributes ?? {}).flatMap(([slot, attribute]) => {
    const values = valuesOf(attribute).filter((value) => !valuesOf(other?.attributes[slot]).includes(value));
    return values.map((value) => presumed(slot, liked ? { is: value } : { not: value }));
  });
}

const valuesOf = (attribute: Attribute | undefined): readonly Value[] =>
  attribute === undefined ? [] : Array.isArray(attribute) ? attribute : [attribute as Value];

function presumed(slot: string, condition: Condition): LivedFact {
  const open = { from: null, to: null, told: null, supersedes: null, share_with: null, when: undefined };
  return {
    id: `refine.${slot}`,
    ...{ slot, condition, strength: WEIGHT, veto: false, disclose: "open", by: "file", say: [] },
    ...open,
  };
}
