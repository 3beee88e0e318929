import { phraseIndex, placesIn } from "./places.js";
import { remembered } from "./remembered.js";
import { sentencesOf, wordsOf } from "./words.js";

/** A phrase found in a text: the index of its first word, and whether it stands in a negation. */
interface Finding {
  phrase: string;
  at: number;
  negated: boolean;
}

/** How far before a phrase a negation reaches, in words (the window of NegEx-like rules, Chapman et al. 2001, is five). */
const REACH = 5;

const NEGATIONS = new Set([
  "not",
  "no",
  "never",
  "without",
  "neither",
  "nor",
  "none",
  "cannot",
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
  "don't",
  "doesn't",
  "didn't",
  "won't",
  "wouldn't",
  "can't",
  "couldn't",
  "shouldn't",
  "hasn't",
  "haven't",
  "nothing",
  "except",
]);
/** Words that end the reach of a negation before them. */
const TURNS = new Set(["but", "although", "though", "however", "yet", "because", "since", "instead"]);

/**
 * Every place where one of the phrases stands in the text, whole words only: from left to right the longest that
 * starts there, each word in one phrase. A phrase may run over the end of a sentence, a negation does not.
 */
export function findPhrases(text: string, phrases: readonly string[]): Finding[] {
  const words = wordsOf(text);
  const places = placesIn(words, indexed(phrases));
  if (places.length === 0) return [];
  const starts = sentenceStarts(text);
  return places.map(({ at, entries: [{ phrase }] }) => ({ phrase, at, negated: isNegated(words, at, starts[at]) }));
}

/** For each word of a text, the index of the first word of its sentence. */
function sentenceStarts(text: string): number[] {
  let read = 0;
  return sentencesOf(text).flatMap((sentence) => {
    const start = read;
    const { length } = wordsOf(sentence);
    read += length;
    return new Array<number>(length).fill(start);
  });
}

/** The same lists are looked for again and again. */
const indexed = remembered((phrases: readonly string[]) =>
  phraseIndex(phrases.map((phrase) => ({ phrase, words: wordsOf(phrase) }))),
);

/** Whether any of the phrases stands in the text. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  return findPhrases(text, phrases).length > 0;
}

/** Whether a word stands within the reach of a negation before it, no farther back than the word `start`. */
export function isNegated(words: readonly string[], at: number, start = 0): boolean {
  for (let index = at - 1; index >= Math.max(start, at - REACH); index--) {
    const word = words[index] as string;
    if (TURNS.has(word)) return false;
    if (NEGATIONS.has(word)) return true;
  }
  return false;
}
