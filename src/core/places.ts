/** A phrase as a list of normalised words, with whatever it stands for. */
export interface Worded {
  words: readonly string[];
}

/** Phrases by their first word, longest first. */
export type PhraseIndex<Entry extends Worded> = ReadonlyMap<string, readonly Entry[]>;

/** Makes phrases ready to be looked for. Those without a word in them are left out. */
export function phraseIndex<Entry extends Worded>(phrases: readonly Entry[]): PhraseIndex<Entry> {
  const longestFirst = phrases
    .filter(({ words }) => words.length > 0)
    .sort((one, other) => other.words.length - one.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0] as string);
}

/** Where a phrase stands: the index of its first word, and all entries that have just these words, in order of the index. */
interface Place<Entry extends Worded> {
  at: number;
  entries: [Entry, ...Entry[]];
}

/** Where phrases stand in a list of words, from left to right: at each place the longest, each word in one phrase. */
export function placesIn<Entry extends Worded>(words: readonly string[], index: PhraseIndex<Entry>): Place<Entry>[] {
  const places: Place<Entry>[] = [];
  for (let at = 0; at < words.length; at++) {
    const candidates = index.get(words[at] as string);
    const longest = candidates?.find((entry) => standsAt(words, at, entry));
    if (!candidates || !longest) continue;
    const { length } = longest.words;
    const others = candidates.filter(
      (entry) => entry !== longest && entry.words.length === length && standsAt(words, at, entry),
    );
    places.push({ at, entries: [longest, ...others] });
    at += length - 1;
  }
  return places;
}

function standsAt(words: readonly string[], at: number, entry: Worded): boolean {
  return entry.words.every((word, index) => words[at + index] === word);
}
