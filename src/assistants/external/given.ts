import type { Materials } from "../../core/materials.js";

/** Materials as they are sent: what the person left behind, without what ties it to facts. */
export function given({ attributes, documents, interactions, pairs }: Materials) {
  return {
    attributes,
    documents: documents.map(({ id, kind, date, text }) => ({ id, kind, date, text })),
    interactions: interactions.map(({ evidence: _, ...interaction }) => interaction),
    pairs: pairs.map(({ evidence: _, ...pair }) => pair),
  };
}
