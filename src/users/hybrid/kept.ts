import type { LivedFact } from "../../core/life.js";
import { wordsOf } from "../../core/words.js";
import type { Cast, Matches } from "../../core/world.js";
import { factsIn } from "../agenda/acts.js";
import type { PlannedTurn } from "../agenda/wording.js";
import { wordingsOf } from "../givenAway.js";
import { contentOf } from "../guards/content.js";
import { makes, turnsAround } from "./moves.js";
import { hasPart, namesOf, partsOf, tellingOf } from "./planned.js";
import { readable, wordingsIn } from "./reading.js";

/** Names what a wording leaves out of a planned turn or adds to it; nothing where it says just that. */
export type Kept = (text: string, planned: PlannedTurn, heard: string) => string[];

/** Holds the wordings of one person against their plans. */
export function keptBy(cast: Cast, life: readonly LivedFact[], matches: Matches): Kept {
  const { slots, catalog } = cast;
  // All that anybody could say of themselves, true of this person or not.
  const sayable = [
    ...Object.values(slots).flatMap(({ values }) => Object.values(values).flatMap(({ say }) => say)),
    ...life.flatMap((fact) => [...wordingsOf(slots, matches, fact), ...tellingOf(slots, fact)]),
  ].map(readable);
  const named = catalog.items.flatMap(namesOf);

  function adds(text: string, planned: PlannedTurn, heard: string): boolean {
    const { acts, template, told } = planned;
    const items = acts.flatMap((act) => ("item" in act ? [act.item] : []));
    const tellable = [...acts.flatMap(factsIn), ...life.filter(({ id }) => told.has(id))].flatMap((fact) => [
      ...tellingOf(slots, fact),
      ...wordingsOf(slots, matches, fact).map(readable),
    ]);
    const fair = new Set([...tellable, ...wordingsIn(template, sayable), ...wordingsIn(heard, sayable)]);
    const names = new Set([...items.flatMap(namesOf), ...wordingsIn(template, named)]);
    return (
      wordingsIn(text, sayable).some((wording) => !fair.has(wording)) ||
      wordingsIn(text, named).some((name) => !names.has(name)) ||
      numbersIn(text).some(
        (number) => ![template, ...tellable, ...names].some((line) => numbersIn(line).includes(number)),
      )
    );
  }

  return (text, planned, heard) => {
    const { acts, template, session } = planned;
    const missing = partsOf(planned, cast)
      .filter((part) => !hasPart(text, part))
      .map(({ fault }) => fault);
    const opens = acts.some(({ intent }) => intent === "open" || intent === "restart");
    const faults: Record<string, boolean> = {
      "act-missing":
        !acts.every((act) => makes(text, act)) || (opens && !tellsGoal(text, template, session.goal?.open ?? [])),
      "act-turned": turnsAround(text, template, acts),
      "question-missing": questions(template) > 0 && questions(text) === 0,
      "question-added":
        !opens &&
        questions(text) > Math.max(questions(template), acts.some(({ intent }) => intent === "prompt") ? 1 : 0),
      unplanned: adds(text, planned, heard),
    };
    return [...new Set(missing), ...Object.keys(faults).filter((fault) => faults[fault])];
  };
}

const numbersIn = (text: string) => wordsOf(text).filter((word) => /\d/.test(word));
const questions = (text: string) => text.match(/\?+/g)?.length ?? 0;

/** First words must speak of what the person came for: two words that the script has for it. */
function tellsGoal(text: string, template: string, openings: readonly string[]): boolean {
  const about = new Set([template, ...openings].flatMap(contentOf));
  const shared = new Set(contentOf(text).filter((word) => about.has(word)));
  return shared.size >= Math.min(2, about.size);
}
