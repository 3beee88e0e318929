import type { LivedFact } from "../core/life.js";
import { ordered } from "../core/ordered.js";
import type { PastSession, Stage } from "../core/ports.js";
import type { Evidence } from "../schema/persona.js";
import type { Recollection } from "./technique.js";

/** The given materials as recollections, oldest first. */
export function recollectionsOf({
  materials,
  evidenceFacts,
  cast,
}: Pick<Stage, "materials" | "evidenceFacts" | "cast">): Recollection[] {
  const facts = (evidence: readonly Evidence[]) => factsOf(evidence, evidenceFacts);
  const attributes = Object.entries(materials.attributes).map(([id, value]): Recollection => {
    const fact = evidenceFacts.get(id);
    return {
      id,
      source: "attribute",
      text: `${id.replace(/^.*\./, "")}: ${value}`,
      at: null,
      facts: fact ? [fact] : [],
    };
  });
  const documents = materials.documents.map((document): Recollection => {
    const text = `${document.kind}, ${document.date}: ${document.text}`;
    return { id: document.id, source: "document", text, at: document.date, facts: facts(document.evidence) };
  });
  const interactions = materials.interactions.map((interaction, index): Recollection => {
    const name = cast.catalog.items.find((item) => item.id === interaction.item)?.name ?? interaction.item;
    const rating = interaction.rating === undefined ? "" : ` ${interaction.rating} of 5`;
    const text = `${interaction.at}: ${interaction.action} ${name}${rating}`;
    return {
      id: `interaction-${index + 1}`,
      source: "interaction",
      text,
      at: interaction.at,
      facts: facts(interaction.evidence),
    };
  });
  const pairs = materials.pairs.map((pair, index): Recollection => {
    const text = `${pair.at}, asked: ${pair.prompt}\npreferred: ${pair.chosen}\nover: ${pair.rejected}`;
    return { id: `pair-${index + 1}`, source: "pair", text, at: pair.at, facts: facts(pair.evidence) };
  });
  return [...attributes, ...byDate([...documents, ...interactions, ...pairs])];
}

/** A past session as recollections: one for each turn of the user. */
export function turnsOf(session: PastSession): Recollection[] {
  const turns = session.turns.filter((turn) => turn.speaker === "user");
  return turns.map(({ index, text }) => ({
    id: `turn-${index}`,
    source: "session",
    text: `${session.at.slice(0, 10)}, said: ${text}`,
    at: session.at,
    facts: session.told.get(index) ?? [],
  }));
}

/** The most recent first; pieces without a date last. */
export function latestFirst(pieces: readonly Recollection[]): Recollection[] {
  return [...byDate(pieces)].reverse();
}

function factsOf(evidence: readonly Evidence[], known: ReadonlyMap<string, LivedFact>): LivedFact[] {
  const carried = evidence.filter(({ form }) => form === "stated" || form === "implied");
  return carried.map(({ fact }) => known.get(fact)).filter((fact) => fact !== undefined);
}

const byDate = (pieces: readonly Recollection[]) => ordered(pieces, ({ at }) => at ?? "");
