import type { Twin } from "../schema/event.js";
import type { Document, Fact, Persona } from "../schema/persona.js";
import { satisfies } from "./satisfies.js";
import type { SpokenSlot, Vocabulary } from "./world.js";

/** A fact that can be swapped, with its other value; or why it cannot. */
export type Swap = { twin: Twin } | { refusal: string };

/**
 * Whether one fact of a person can be swapped for another value, everything else as it is: all that is evidence of it
 * must be rendered again, so it must stand in documents, in wordings of the vocabulary. The other value is the next of
 * the slot that excludes it.
 */
export function swapOf(persona: Persona, id: string, slots: Vocabulary): Swap {
  const fact = persona.facts.find((one) => one.id === id);
  const slot = fact && slots[fact.slot];
  if (!fact || !slot) return { refusal: `${persona.id} has no fact '${id}' on a slot` };
  if (fact.later.length > 0) return { refusal: "it changes by itself later on" };
  const is = otherValue(fact, slot);
  if (is === null) return { refusal: "it is no single value of a slot with another that excludes it" };
  if ([...persona.interactions, ...persona.pairs].some(({ evidence }) => evidence.some((one) => one.fact === id)))
    return { refusal: "interactions or pairs are evidence of it, and cannot be rendered again" };
  const stuck = persona.documents.find(
    (document) => tells(document, id) && rendered(document, fact, slot, is) === null,
  );
  return stuck ? { refusal: `document '${stuck.id}' tells it in words of its own` } : { twin: { fact: id, is } };
}

/** The person with the fact swapped, under the same id, so that everything that is drawn is drawn alike. Throws where it cannot be. */
export function twinOf(persona: Persona, { fact: id, is }: Twin, slots: Vocabulary): Persona {
  const fact = persona.facts.find((one) => one.id === id);
  const slot = fact && slots[fact.slot];
  if (!fact || !slot) throw new Error(`${persona.id} has no fact '${id}' that could be swapped`);
  return {
    ...persona,
    // Wordings of the person's own would speak of the old value.
    facts: persona.facts.map((one) => (one === fact ? { ...fact, is, say: [] } : one)),
    documents: persona.documents.map((document) => {
      const again = tells(document, id) ? rendered(document, fact, slot, is) : document;
      if (!again) throw new Error(`document '${document.id}' of ${persona.id} tells '${id}' in words of its own`);
      return again;
    }),
  };
}

const tells = ({ evidence }: Document, id: string) => evidence.some((one) => one.fact === id);

/** A value of the slot that does not go with the fact's, nor the fact's with it: a bound would let one through. */
function otherValue({ is }: Fact, slot: SpokenSlot): string | null {
  const values = Object.keys(slot.values);
  const at = is === undefined || slot.type === "set" ? -1 : values.indexOf(String(is));
  if (is === undefined || at < 0) return null;
  const others = [...values.slice(at + 1), ...values.slice(0, at)];
  return others.find((value) => !satisfies(slot, { is }, value) && !satisfies(slot, { is: value }, is)) ?? null;
}

function rendered(document: Document, fact: Fact, slot: SpokenSlot, is: string): Document | null {
  const before = slot.values[String(fact.is)]?.write ?? [];
  const after = slot.values[is]?.write ?? [];
  const found = before.findIndex((words) => document.text.includes(words));
  const [old, words] = [before[found], after[found % Math.max(1, after.length)]];
  if (old === undefined || words === undefined) return null;
  const again = (text: string) => text.replaceAll(old, () => words);
  const evidence = document.evidence.map((one) =>
    one.fact === fact.id && one.quote !== undefined ? { ...one, quote: again(one.quote) } : one,
  );
  return { ...document, text: again(document.text), evidence };
}
