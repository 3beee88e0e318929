import type { Item } from "../schema/catalog.js";

/** What a catalog says of an item, beside its name: its pitch, points and details. */
export const itemTexts = ({ pitch, points, details }: Pick<Item, "pitch" | "points" | "details">): string[] => [
  ...pitch,
  ...Object.values(points).flat(),
  ...Object.values(details).flat(),
];
