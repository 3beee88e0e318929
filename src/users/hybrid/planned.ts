import type { LivedFact } from "../../core/life.js";
import { wordsOf } from "../../core/words.js";
import type { Cast } from "../../core/world.js";
import type { Item } from "../../schema/catalog.js";
import { factsIn } from "../agenda/acts.js";
import { wordingsFor } from "../agenda/telling.js";
import type { PlannedTurn } from "../agenda/wording.js";
import { contentOf } from "../guards/content.js";
import { readable, says, wordingsIn } from "./reading.js";

/** What a turn must have in it: wordings of which one is enough, and what they are for. */
export interface Part {
  fault: "slot-missing" | "item-missing" | "request-missing";
  /** How a model is told of it. */
  about: string;
  wordings: readonly string[];
}

/** Whether a text has a part. Of a question one word of its matter is enough; that it is asked, its mark shows. */
export function hasPart(text: string, { fault, wordings }: Part): boolean {
  if (fault !== "request-missing") return says(text, wordings);
  return wordingsIn(text, wordings).length > 0 || contentOf(text).some((word) => wordings.includes(word));
}

/** The parts of a planned turn: its facts, the items that the template names, what it asks for. */
export function partsOf({ acts, template }: PlannedTurn, { slots, catalog }: Cast): Part[] {
  const told = acts.filter(({ intent }) => intent !== "affirm").flatMap(factsIn);
  const items = acts.flatMap((act) => ("item" in act ? [act.item] : []));
  return [
    ...told.map((fact): Part => {
      const about = slots[fact.slot]?.about ?? fact.slot;
      return { fault: "slot-missing", about, wordings: tellingOf(slots, fact) };
    }),
    ...items
      .filter((item) => says(template, namesOf(item)))
      .map((item): Part => ({ fault: "item-missing", about: "the name", wordings: namesOf(item) })),
    ...acts.flatMap((act): Part[] => {
      if (act.intent !== "request") return [];
      const { ask = [], cues = [] } = catalog.requests[act.request] ?? {};
      const about = `a question about ${act.request}`;
      return [
        {
          fault: "request-missing",
          about,
          wordings: [...[...cues, ...headsOf(ask)].map(readable), ...contentOf(ask.join(" ").replaceAll("{item}", ""))],
        },
      ];
    }),
  ];
}

/** Wordings of a fact, as they are looked for. */
export function tellingOf(slots: Cast["slots"], fact: LivedFact): string[] {
  const { own, shared, plain } = wordingsFor(slots, fact);
  return [...own, ...shared, ...(own.length + shared.length === 0 ? [plain] : [])].map(readable);
}

/** Questions up to the name of the item, where that is enough to know them by. */
const headsOf = (ask: readonly string[]) =>
  ask.map((line) => line.split("{item}")[0] as string).filter((head) => wordsOf(head).length >= HEAD);

const HEAD = 4;

/** What an item may be called: with its article and without. */
export const namesOf = ({ name }: Pick<Item, "name">) => [name, name.replace(/^(?:the|an?) /i, "")].map(readable);
