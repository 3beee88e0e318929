import type { Axes } from "../schema/axes.js";
import type { Persona } from "../schema/persona.js";
import type { Known } from "../schema/suite.js";
import type { Draws } from "./draws.js";
import { haystack } from "./haystack.js";
import { type Materials, materialsOf } from "./materials.js";
import { ordered } from "./ordered.js";
import type { Vocabulary } from "./world.js";

/** What of a person's materials an arm is given before the first word: what the suite gives, changed by the arm's axes. */
export function givenTo(
  { evidence, cold_start, haystack: notes }: Axes,
  persona: Persona,
  known: Known,
  { slots, before, draws }: { slots: Vocabulary; before: string; draws: Draws },
): Materials {
  const all = materialsOf(persona, known);
  const telling = evidence === "implied" ? withoutStatements(all) : all;
  const first = cold_start === undefined ? telling : firstOf(telling, cold_start);
  if (notes === undefined) return first;
  const documents = [...first.documents, ...haystack(notes, slots, before, draws)];
  return { ...first, documents: ordered(documents, ({ date }) => date) };
}

/** The materials in which no fact is stated. Attributes state what they are. */
function withoutStatements(materials: Materials): Materials {
  const kept = <Piece extends { evidence: readonly { form: string }[] }>(pieces: readonly Piece[]) =>
    pieces.filter(({ evidence }) => evidence.every(({ form }) => form !== "stated"));
  const { documents, interactions, pairs } = materials;
  return {
    ...{ of: materials.of, attributes: {} },
    ...{ documents: kept(documents), interactions: kept(interactions), pairs: kept(pairs) },
  };
}

/** The first so many texts and acts, by date. Attributes have none, and stay. */
function firstOf(materials: Materials, count: number): Materials {
  const { documents, interactions, pairs } = materials;
  const dated = [...documents.map((piece) => ({ piece, at: piece.date })), ...[...interactions, ...pairs].map(dateOf)];
  const first = ordered(dated, ({ at }) => at).slice(0, count);
  const kept = new Set<object>(first.map(({ piece }) => piece));
  return {
    ...materials,
    documents: documents.filter((piece) => kept.has(piece)),
    interactions: interactions.filter((piece) => kept.has(piece)),
    pairs: pairs.filter((piece) => kept.has(piece)),
  };
}

const dateOf = <Piece extends { at: string }>(piece: Piece) => ({ piece, at: piece.at });
