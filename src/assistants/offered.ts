import type { Item } from "../schema/catalog.js";

/** What an assistant that reads words is told of an item, the same for all: what it is, a clause for each slot, and what can be asked about it. */
export function offered({ id, name, pitch, points, details }: Item) {
  const first = (wordings: Item["points"]) => Object.values(wordings).map(([words]) => words as string);
  return { id, name, pitch: pitch[0] as string, points: first(points), details: first(details) };
}
