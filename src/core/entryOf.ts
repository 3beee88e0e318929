/** An entry by its key; undefined for a word such as `constructor`, which every object answers to without having it. */
export function entryOf<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
