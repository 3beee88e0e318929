import type { Fate } from "./importer.js";

/** What became of one part of the rows, over all of them. */
export interface Loss extends Fate {
  rows: number;
}

/**
 * The fates of a row, with every part that no fate speaks of as dropped: nothing goes without a word. Paths have no
 * places in lists (`dialogue[].role`); a fate of a path goes for all below it that has none of its own. Fates of parts
 * that this row has not are left out; those in brackets speak of another file.
 */
export function fatesIn(row: unknown, fates: readonly Fate[]): Fate[] {
  const leaves = [...new Set(leavesOf(row))];
  const speaking = new Set<Fate>(fates.filter(({ path }) => path.startsWith("(")));
  const silent = leaves.filter((leaf) => {
    const over = fates.filter(({ path }) => isWithin(leaf, path));
    const nearest = over.reduce<Fate | undefined>(
      (best, one) => (best === undefined || one.path.length > best.path.length ? one : best),
      undefined,
    );
    if (nearest) speaking.add(nearest);
    return nearest === undefined;
  });
  const unread = silent.map((path): Fate => ({ path, fate: "dropped", how: "the importer reads no such key" }));
  return [...fates.filter((fate) => speaking.has(fate)), ...unread];
}

/** The fates of all rows, counted: those that say the same are one. */
export function totalOf(rows: readonly (readonly Fate[])[]): Loss[] {
  const losses = new Map<string, Loss>();
  for (const fate of rows.flat()) {
    const key = JSON.stringify([fate.path, fate.fate, fate.how]);
    const loss = losses.get(key) ?? { ...fate, rows: 0 };
    loss.rows += 1;
    losses.set(key, loss);
  }
  return [...losses.values()];
}

const isWithin = (leaf: string, path: string) =>
  leaf === path || (leaf.startsWith(path) && [".", "["].includes(leaf[path.length] as string));

function leavesOf(part: unknown, at = ""): string[] {
  if (Array.isArray(part)) return part.length === 0 ? [`${at}[]`] : part.flatMap((one) => leavesOf(one, `${at}[]`));
  if (part === null || typeof part !== "object") return [at];
  const entries = Object.entries(part);
  if (entries.length === 0) return [at];
  return entries.flatMap(([key, below]) => leavesOf(below, at === "" ? key : `${at}.${key}`));
}
