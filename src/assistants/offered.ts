import type { Item } from "../schema/catalog.js";

/** What an assistant that reads words is told of an item, the same for all: what it is, and one clause for each slot. */
export function offered({ id, name, pitch, points }: Item) {
  return { id, name, pitch: pitch[0] as string, points: Object.values(points).map(([first]) => first as string) };
}
