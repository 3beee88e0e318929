import type { Document, Evidence, Interaction, Pair, Persona } from "../schema/persona.js";
import type { Value } from "../schema/primitives.js";
import type { Known } from "../schema/suite.js";
import { ordered } from "./ordered.js";

/** What a person leaves behind that an assistant may be given. Held-out documents are never in it. */
export interface Materials {
  /** Whose they are: the person's own id, or the donor's. */
  of: string;
  attributes: Readonly<Record<string, Value>>;
  documents: readonly Document[];
  interactions: readonly Interaction[];
  pairs: readonly Pair[];
}

/** The materials of a person that a suite gives, oldest first; a number gives the first so many. */
export function materialsOf(persona: Persona, known: Known): Materials {
  const attributes = Object.entries({
    ...prefixed("demographics", persona.demographics),
    ...prefixed("traits", persona.traits),
  });
  const given = persona.documents.filter(({ split }) => split === "given");
  return {
    of: persona.id,
    attributes: Object.fromEntries(first(attributes, known.attributes)),
    documents: first(
      ordered(given, ({ date }) => date),
      known.documents,
    ),
    interactions: first(ordered(persona.interactions, dateOf), known.interactions),
    pairs: first(ordered(persona.pairs, dateOf), known.pairs),
  };
}

/** All pieces of evidence in some materials; attributes state the fact they name. */
export function evidenceIn(materials: Materials): Evidence[] {
  const stated = Object.keys(materials.attributes).map((fact) => ({ fact, form: "stated" as const }));
  const texts = [...materials.documents, ...materials.interactions, ...materials.pairs];
  return [...stated, ...texts.flatMap((text) => text.evidence)];
}

function first<T>(list: readonly T[], count: boolean | number): readonly T[] {
  return list.slice(0, count === true ? list.length : Number(count));
}

const dateOf = ({ at }: { at: string }) => at;

function prefixed(group: string, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([slot, value]) => [`${group}.${slot}`, value]));
}
