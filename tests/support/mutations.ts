/** A place in a tree of data: the keys that lead to it. */
export type Path = readonly (string | number)[];

/** Every place in a tree, the root left out. */
export function pathsIn(data: unknown, at: Path = []): Path[] {
  if (data === null || typeof data !== "object") return [];
  const entries: [string | number, unknown][] = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
  return entries.flatMap(([key, value]) => [[...at, key], ...pathsIn(value, [...at, key])]);
}

/** What stands at a place. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], data);
}

/** A copy of a tree with another value at a place; `undefined` takes the key out. */
export function withValue(data: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(data);
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) as string | number;
  if (value === undefined) delete holder[key];
  else holder[key] = value;
  return copy;
}

/** A value that is of the wrong kind wherever this one is right. */
export function wrongFor(value: unknown): unknown {
  if (Array.isArray(value)) return "wrong";
  return value !== null && typeof value === "object" ? 7 : [[1]];
}

/** A tree with fewer of what there is many of: two mappings or four lines of a list are enough to try each depth. */
export function trimmed(data: unknown): unknown {
  if (Array.isArray(data)) return data.slice(0, typeof data[0] === "object" ? 2 : 4).map(trimmed);
  if (data === null || typeof data !== "object") return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, trimmed(value)]));
}
