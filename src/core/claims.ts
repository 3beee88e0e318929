import { isNegated } from "./phrases.js";
import { sentencesOf, wordsOf } from "./words.js";

/** A phrase that speaks of a value, as a list of normalised words. */
export interface Entry {
  slot: string;
  value: string;
  words: readonly string[];
}

/** Phrases by their first word, longest first. */
export type Lexicon = ReadonlyMap<string, readonly Entry[]>;

/** A lexicon of phrases, each for a value of a slot. Phrases without a word in them are left out. */
export function lexiconFrom(phrases: Iterable<{ slot: string; value: string; phrase: string }>): Lexicon {
  const entries = [...phrases].map(({ slot, value, phrase }): Entry => ({ slot, value, words: wordsOf(phrase) }));
  const filled = entries.filter(({ words }) => words.length > 0);
  filled.sort((one, other) => other.words.length - one.words.length);
  return Map.groupBy(filled, ({ words }) => words[0] as string);
}

/** A place where a text speaks of a value of a slot. */
export interface Claim {
  slot: string;
  value: string;
  /** The sentence it stands in. */
  quote: string;
  /** Whether it is said of the person: `you` is in it, and it is neither of another nor supposed nor asked. */
  ofPerson: boolean;
  /** Whether the person is asked whether it is so, or told it inside a question. */
  asked: boolean;
  negated: boolean;
  /** Said of what was before: `you used to`, `no longer`. */
  past: boolean;
}

const YOU = new Set(["you", "your", "yours", "you're", "you've", "you'd", "you'll", "yourself"]);
const OTHERS =
  /\b(?:some people|other people|most people|others|someone|anyone|everyone|they|them|their|he|she|his|her|your (?:\w+ )?(?:friend|sister|brother|mother|father|mum|dad|wife|husband|partner|colleague|boss|neighbour|guest|guests|flatmate))\b/i;
const SUPPOSED = /\b(?:if|unless|suppose|imagine|in case|whether|were you|should you)\b/i;
const PAST =
  /\b(?:used to|no longer|not any more|anymore|previously|formerly|back then|before that|at first|once were|had been|rather than|instead of|changed from)\b/i;

/**
 * Every value a text speaks of, by the phrases of the lexicon, longest first, whole words only, each word in one phrase.
 * `masked` are stretches that describe an item, not the person; they are left out.
 * It cannot see paraphrases that the lexicon has not.
 */
export function claimsIn(text: string, lexicon: Lexicon, masked: readonly string[] = []): Claim[] {
  const plain = masked.reduce((rest, piece) => (piece === "" ? rest : rest.replaceAll(piece, " … ")), text);
  return sentencesOf(plain).flatMap((sentence) => claimsInSentence(sentence, lexicon));
}

function claimsInSentence(sentence: string, lexicon: Lexicon): Claim[] {
  const words = wordsOf(sentence);
  const found: { entry: Entry; at: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const entries = (lexicon.get(words[at] as string) ?? []).filter((entry) => standsAt(words, at, entry));
    const longest = entries[0]?.words.length ?? 0;
    for (const entry of entries) if (entry.words.length === longest) found.push({ entry, at });
    at += Math.max(0, longest - 1);
  }
  if (found.length === 0) return [];
  const addressed = words.some((word) => YOU.has(word));
  const apart = OTHERS.test(sentence) || SUPPOSED.test(sentence);
  const asked = addressed && !apart && sentence.endsWith("?");
  const past = PAST.test(sentence);
  return found.map(({ entry, at }) => ({
    slot: entry.slot,
    value: entry.value,
    quote: sentence,
    ofPerson: addressed && !apart && !asked,
    asked,
    negated: isNegated(words, at),
    past,
  }));
}

function standsAt(words: readonly string[], at: number, entry: Entry): boolean {
  return entry.words.every((word, index) => words[at + index] === word);
}
