import type { Twin } from "../schema/event.js";
import type { Document, Evidence, Fact, Persona } from "../schema/persona.js";
import { satisfies } from "./satisfies.js";
import type { SpokenSlot, Vocabulary } from "./world.js";

/** A fact that can be swapped, with its other value; or why it cannot. */
export type Swap = { twin: Twin } | { refusal: string };

/** What twins are made from, beside the person. */
export interface Stock {
  slots: Vocabulary;
  /** Everybody there is: those of one population lend each other their wordings. */
  personas: Readonly<Record<string, Persona>>;
}

/**
 * Whether one fact of a person can be swapped for another value, everything else as it is: all that is evidence of it
 * must be rendered again, so it must stand in documents, quoted there, and the vocabulary or somebody of the same population
 * must have words of the same form for the other value. That value is the next of the slot that excludes the old one.
 */
export function swapOf(persona: Persona, id: string, stock: Stock): Swap {
  const fact = persona.facts.find((one) => one.id === id);
  const slot = fact && stock.slots[fact.slot];
  if (!fact || !slot) return { refusal: `${persona.id} has no fact '${id}' on a slot` };
  if (fact.later.length > 0) return { refusal: "it changes by itself later on" };
  const is = otherValue(fact, slot);
  if (is === null) return { refusal: "it is no single value of a slot with another that excludes it" };
  if ([...persona.interactions, ...persona.pairs].some(({ evidence }) => evidence.some((one) => one.fact === id)))
    return { refusal: "interactions or pairs are evidence of it, and cannot be rendered again" };
  const stuck = persona.documents.find((document) => rendered(document, persona, fact, is, stock) === null);
  return stuck ? { refusal: `document '${stuck.id}' tells it in words of its own` } : { twin: { fact: id, is } };
}

/** The person with the fact swapped, under the same id, so that everything that is drawn is drawn alike. Throws where it cannot be. */
export function twinOf(persona: Persona, { fact: id, is }: Twin, stock: Stock): Persona {
  const fact = persona.facts.find((one) => one.id === id);
  if (!fact) throw new Error(`${persona.id} has no fact '${id}' that could be swapped`);
  return {
    ...persona,
    // Wordings of the person's own would speak of the old value.
    facts: persona.facts.map((one) => (one === fact ? { ...fact, is, say: [] } : one)),
    documents: persona.documents.map((document) => {
      const again = rendered(document, persona, fact, is, stock);
      if (!again) throw new Error(`document '${document.id}' of ${persona.id} tells '${id}' in words of its own`);
      return again;
    }),
  };
}

/** A value of the slot that does not go with the fact's, nor the fact's with it: a bound would let one through. */
function otherValue({ is }: Fact, slot: SpokenSlot): string | null {
  const values = Object.keys(slot.values);
  const at = is === undefined || slot.type === "set" ? -1 : values.indexOf(String(is));
  if (is === undefined || at < 0) return null;
  const others = [...values.slice(at + 1), ...values.slice(0, at)];
  return others.find((value) => !satisfies(slot, { is }, value) && !satisfies(slot, { is: value }, is)) ?? null;
}

/** A document with all that tells the fact in other words, the document itself where nothing does; null where it cannot be. */
function rendered(document: Document, persona: Persona, fact: Fact, is: string, stock: Stock): Document | null {
  let { text } = document;
  const evidence: Evidence[] = [];
  for (const one of document.evidence) {
    // What is said of a third party stays as true as it was.
    if (one.fact !== fact.id || one.form === "third-party") {
      evidence.push(one);
      continue;
    }
    const { quote } = one;
    const words = wordingsOf(fact.slot, is, one.form, persona, stock).find((other) => !text.includes(other));
    if (quote === undefined || words === undefined || !text.includes(quote)) return null;
    if (!isStock(quote, fact, persona, stock)) return null;
    text = text.replace(quote, () => words);
    evidence.push({ ...one, quote: words });
  }
  return { ...document, text, evidence };
}

/** Whether some words stand by themselves, so that others can stand in their place: those of a population and of the vocabulary do. */
function isStock(quote: string, { slot, is }: Fact, { provenance }: Persona, { slots }: Stock): boolean {
  return provenance.population !== undefined || (slots[slot]?.values[String(is)]?.write.includes(quote) ?? false);
}

/** How a value is told in one form: as people of the same population quote it, or as the vocabulary has it for statements. */
function wordingsOf(
  slot: string,
  value: string,
  form: Evidence["form"],
  { provenance }: Persona,
  stock: Stock,
): string[] {
  if (form === "negated") return [];
  const { population } = provenance;
  const lenders = Object.values(stock.personas).filter((one) => population && one.provenance.population === population);
  const lent = lenders.flatMap(({ facts, documents }) => {
    const held = facts.find(
      (one) => one.slot === slot && one.is === value && one.when === undefined && one.later.length === 0,
    );
    const told = documents.flatMap(({ evidence }) => evidence);
    return told.flatMap((one) => (held && one.fact === held.id && one.form === form && one.quote ? [one.quote] : []));
  });
  return [...new Set([...lent.sort(), ...(form === "stated" ? (stock.slots[slot]?.values[value]?.write ?? []) : [])])];
}
