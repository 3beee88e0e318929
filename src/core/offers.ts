import type { Item } from "../schema/catalog.js";
import { findPhrases, hasPhrase } from "./phrases.js";
import { remembered } from "./remembered.js";
import { normalised, wordsOf } from "./words.js";

/** Items that a text offers, in order of naming: those it names and neither negates nor sets aside. */
export function offeredIn(text: string, options: readonly Item[]): Item[] {
  const clauses = normalised(text)
    .replace(PRAISING, " ")
    .split(/[,;:.!?–—\n]\s*/);
  const named = clauses.flatMap((clause) => namedIn(withoutPossessives(clause), options));
  return [...new Set(named)];
}

/** A text without the names and introductions of items: what is left is not about them. */
export function withoutItems(text: string, options: readonly Item[]): string {
  return options
    .flatMap(({ name, pitch }) => [...pitch, name])
    .reduce((rest, words) => rest.replaceAll(words, " … "), text);
}

function namedIn(clause: string, options: readonly Item[]): Item[] {
  const words = wordsOf(clause);
  const found = options.flatMap((item) => {
    const { phrases, first, length } = nameOf(item);
    if (!words.includes(first)) return [];
    return findPhrases(clause, phrases)
      .filter(({ negated, at }) => !negated && !setAside(words, at, length))
      .map(({ at }) => ({ item, at }));
  });
  return found.sort((one, other) => one.at - other.at).map(({ item }) => item);
}

/** How an item is named in a talk: without its article. */
const nameOf = remembered(({ name }: Item) => {
  const phrase = withoutPossessives(normalised(name)).replace(/^(?:the|an?) /, "");
  const words = wordsOf(phrase);
  return { phrases: [phrase], first: words[0] ?? "", length: words.length };
});

function setAside(words: readonly string[], at: number, length: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at).join(" ");
  const behind = words.slice(at + length, at + length + 5).join(" ");
  return hasPhrase(before, SET_ASIDE) || hasPhrase(behind, RULED_OUT);
}

const withoutPossessives = (text: string) => text.replace(/'s\b/g, "");

/** Words before a name that take it out of what is offered. */
const SET_ASIDE = [
  ...["instead of", "rather than", "unlike", "except", "forget", "skip", "besides", "apart from", "than"],
  ...["compared to", "compared with", "similar to"],
];

/** Words behind a name that take it out of what is offered. */
const RULED_OUT = [
  ...["won't work", "won't do", "won't suit", "wouldn't work", "wouldn't do", "wouldn't suit", "would not do"],
  ...["isn't the right", "is not the right", "isn't right", "isn't a good fit", "is not a good fit", "isn't suitable"],
  ...["isn't for you", "isn't an option", "is not an option", "doesn't fit", "doesn't work", "doesn't suit"],
  ...["is out", "is ruled out", "is off the table", "is off the list"],
];

/** Negations that recommend. */
const PRAISING =
  /\b(?:can(?:'t|not) (?:go wrong with|beat)|why not|why don't (?:you|we)|don't (?:miss|overlook)|no further than|not only|no doubt)\b/g;
