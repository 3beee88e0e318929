import type { LivedFact } from "../../core/life.js";
import { wordsOf } from "../../core/words.js";
import type { Cast, Matches } from "../../core/world.js";
import { factsIn } from "../agenda/acts.js";
import type { PlannedTurn } from "../agenda/wording.js";
import { wordingsOf } from "../givenAway.js";
import { namesOf, tellingOf } from "./planned.js";
import { readable, wordingsIn } from "./reading.js";

/** Whether a text has what nobody planned: a wording of another fact, another item, another number. */
export type Adds = (text: string, planned: PlannedTurn, heard: string) => boolean;

/** What one person might add. What the template says, what was told before and what was just heard may be said. */
export function addedBy({ slots, catalog }: Cast, life: readonly LivedFact[], matches: Matches): Adds {
  // All that anybody could say of themselves, true of this person or not.
  const sayable = [
    ...Object.values(slots).flatMap(({ values }) => Object.values(values).flatMap(({ say }) => say)),
    ...life.flatMap((fact) => [...wordingsOf(slots, matches, fact), ...tellingOf(slots, fact)]),
  ].map(readable);
  const named = catalog.items.flatMap(namesOf);

  return (text, { acts, template, told }, heard) => {
    const items = acts.flatMap((act) => ("item" in act ? [act.item] : []));
    const tellable = [...acts.flatMap(factsIn), ...life.filter(({ id }) => told.has(id))].flatMap((fact) => [
      ...tellingOf(slots, fact),
      ...wordingsOf(slots, matches, fact).map(readable),
    ]);
    const fair = new Set([...tellable, ...wordingsIn(template, sayable), ...wordingsIn(heard, sayable)]);
    const names = new Set([...items.flatMap(namesOf), ...wordingsIn(template, named)]);
    const numbers = new Set([template, ...tellable, ...names].flatMap(numbersIn));
    return (
      wordingsIn(text, sayable).some((wording) => !fair.has(wording)) ||
      wordingsIn(text, named).some((name) => !names.has(name)) ||
      numbersIn(text).some((number) => !numbers.has(number))
    );
  };
}

const numbersIn = (text: string) => wordsOf(text).filter((word) => /\d/.test(word));
