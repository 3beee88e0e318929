import type { Item } from "../schema/catalog.js";
import { nameOf, placesOfName, spelled, withWholeNames } from "./naming.js";
import { hasPhrase, isNegated } from "./phrases.js";
import { isPick, meantBy, pickedAmong } from "./picks.js";
import { withoutOwnWords } from "./quotations.js";
import { OUT, PRAISING, RULED_OUT, RULED_OUT_AFTERWARDS, SET_ASIDE, TOLD_OF_LIKING } from "./ruledOut.js";
import { normalised, sentencesOf, wordsOf } from "./words.js";

/**
 * Items that a text offers, in order of naming: those it names and neither negates, sets aside nor rules out afterwards;
 * where it then picks one, that one.
 */
export function offeredIn(text: string, options: readonly Item[]): Item[] {
  const sentences = sentencesOf(withWholeNames(withoutOwnWords(text), options));
  const offers: Item[][] = [];
  for (const sentence of sentences) offers.push(offersOf(sentence, options, offers.at(-1)));
  const named = unique(offers.flat());
  const picks = sentences.flatMap((sentence, at) => {
    if (!isPick(sentence)) return [];
    const [only, ...others] = unique(offers[at] ?? []);
    if (only && others.length > 0) return pickedAmong(sentence, [only, ...others]) ?? [];
    return only ?? meantBy(sentence, named, options) ?? [];
  });
  return picks.length > 0 ? unique(picks) : named;
}

const unique = (items: readonly Item[]) => [...new Set(items)];

/** A text without the names and introductions of items: what is left is not about them. */
export function withoutItems(text: string, options: readonly Item[]): string {
  return options
    .flatMap(({ name, pitch }) => [...pitch, name])
    .reduce((rest, words) => rest.replaceAll(words, " … "), text);
}

/** What one sentence offers. One that rules out `it` takes back the last of what was offered, here or in the sentence `before`. */
function offersOf(sentence: string, options: readonly Item[], before: Item[] = []): Item[] {
  const offers: Item[] = [];
  for (const clause of normalised(sentence)
    .replace(PRAISING, " ")
    .split(/[,;:.!?–—\n]\s*/)) {
    const named = namedIn(spelled(clause), options);
    if (named.length === 0 && RULED_OUT_AFTERWARDS.test(clause)) (offers.length > 0 ? offers : before).pop();
    offers.push(...named);
  }
  return offers;
}

function namedIn(clause: string, options: readonly Item[]): Item[] {
  const words = wordsOf(clause);
  const found = options.flatMap((item) => {
    const name = nameOf(item);
    return placesOfName(words, name).map((at) => ({ item, at, end: at + name.length }));
  });
  return found
    .filter((one) => !found.some((other) => other !== one && holds(other, one)))
    .filter(({ at, end }) => !isNegated(words, at) && !setAside(words, at, end))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** A stretch of words, from one index to before another. */
interface Stretch {
  at: number;
  end: number;
}

/** Whether one is a longer name with the other in it. */
const holds = (one: Stretch, other: Stretch) =>
  one.at <= other.at && one.end >= other.end && one.end - one.at > other.end - other.at;

function setAside(words: readonly string[], at: number, end: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at).join(" ");
  const behind = words.slice(end, end + 5).join(" ");
  const said = words.slice(0, at).join(" ");
  return hasPhrase(before, SET_ASIDE) || hasPhrase(behind, RULED_OUT) || OUT.test(behind) || TOLD_OF_LIKING.test(said);
}
