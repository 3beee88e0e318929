import { satisfies } from "../../src/core/satisfies.js";
import type { Vocabulary } from "../../src/core/world.js";
import { conditionOf } from "../../src/schema/condition.js";
import type { Evidence, Fact, Persona } from "../../src/schema/persona.js";
import type { Population, Sentences } from "../../src/schema/population.js";

const LISTS = { stated: "stated", implied: "implied", negated: "negated", "third-party": "other" } as const;

/**
 * What is wrong with the evidence of a person's documents, told from the population's own lists and not by the code that
 * wrote them: a quote that is not in its text, or that no sentence for the right sort of value could have become.
 */
export function unfounded({ facts, documents }: Persona, population: Population, slots: Vocabulary): string[] {
  return documents.flatMap(({ id, kind, text, evidence }) =>
    evidence.flatMap((piece) => {
      const fact = facts.find((one) => one.id === piece.fact) as Fact;
      const quote = piece.quote ?? "";
      const sources = sourcesOf(fact, piece, kind, population, slots);
      const founded = text.includes(quote) && sources.some((source) => source.test(quote));
      return founded ? [] : [`${id}: ${piece.fact} ${piece.form} '${quote}'`];
    }),
  );
}

function sourcesOf(fact: Fact, { form }: Evidence, kind: string, { writing }: Population, slots: Vocabulary): RegExp[] {
  const slot = slots[fact.slot];
  const texts = writing[fact.slot] ?? {};
  const about = form === "stated" || form === "implied";
  const values = [...new Set([...Object.keys(texts), ...Object.keys(slot?.values ?? {})])].filter((value) =>
    about ? isOwn(fact, value) : !isOwn(fact, value) && !mayBe(fact, value, slots),
  );
  const jotted =
    form === "implied" && kind === "note" ? values.flatMap((value) => slot?.values[value]?.write ?? []) : [];
  const listed = values.flatMap((value) => texts[value]?.[LISTS[form] as keyof Sentences] ?? []);
  return [...listed, ...jotted].map(patternOf);
}

const isOwn = ({ is, not, min, max }: Fact, value: string) => [is, not, min, max].some((one) => String(one) === value);

function mayBe(fact: Fact, value: string, slots: Vocabulary): boolean {
  const slot = slots[fact.slot];
  if (!slot || fact.not !== undefined) return false;
  return satisfies(slot, conditionOf(fact), slot.type === "number" ? Number(value) : value);
}

/** What a template can have become: its blanks filled with anything, in any case, with or without its last stop. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^{}]+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".+").replace(/\\\.$/, "\\.?")}$`, "iu");
}
