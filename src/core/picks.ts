import type { Item } from "../schema/catalog.js";
import { nameOf, placesOfName, spelled } from "./naming.js";
import { normalised, wordsOf } from "./words.js";

/** Whether a sentence settles for something, without a condition. */
export function isPick(sentence: string): boolean {
  const said = normalised(sentence);
  return PICKING.test(said) && !/\b(?:if|unless|either)\b/.test(said);
}

/**
 * The item that a sentence means without its name: by its place among those named before, or by a word that only one of
 * the options has in its name (`the sachet`). Undefined where it means none.
 */
export function meantBy(sentence: string, named: readonly Item[], options: readonly Item[]): Item | undefined {
  const said = normalised(sentence);
  const [, number, word] = PLACE.exec(said) ?? [];
  if (number !== undefined) return named.length > 1 ? named[Number(number) - 1] : undefined;
  if (word !== undefined) return named.length > 1 ? named.at(PLACES.get(word) ?? 0) : undefined;
  const [, picked = ""] = PICKED.exec(spelled(said)) ?? [];
  const [only, other] = options.filter((item) => nameOf(item).includes(picked));
  return other ? undefined : only;
}

/**
 * Of several items that a sentence names, the one right behind the words that pick: `I know you prefer the first, but I'd go with
 * the second`. Undefined where none or several stand there.
 */
export function pickedAmong(sentence: string, named: readonly Item[]): Item | undefined {
  const behind = spelled(normalised(sentence)).split(PICKING).slice(1);
  const picked = behind.map((part) => named.filter((item) => beginsWith(wordsOf(part), nameOf(item))));
  const [only, other] = picked.findLast((items) => items.length > 0) ?? [];
  return other ? undefined : only;
}

/** Whether a name stands at the beginning of some words, and no other is put beside it. */
const beginsWith = (words: readonly string[], name: readonly string[]) =>
  placesOfName(words, name).some((at) => at <= SMALL_WORDS && !/^(?:or|and)$/.test(words[at + name.length] ?? ""));

/** Words that may stand between the pick and the name: `for you the`. */
const SMALL_WORDS = 3;

const PICKING = new RegExp(
  [
    "\\bi(?:'d|'ll| would| will)? (?:still |rather |probably |personally )?(?:go (?:with|for)|pick|choose|take|say|settle (?:on|for))\\b",
    "\\bmy (?:top |first |own |clear )?(?:pick|choice|favou?rite|vote|recommendation)\\b",
    "\\b(?:go (?:with|for)|stick (?:with|to)|settle (?:on|for)|so option)\\b",
  ].join("|"),
);

const PICKED = new RegExp(`(?:${PICKING.source}) the ([\\p{L}\\p{M}]+)`, "u");

const PLACE = /\b(?:option|number) (\d)\b|\bthe (first|former|second|third|latter|last)\b/;
const PLACES: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 0, former: 0, second: 1, third: 2, latter: -1, last: -1 }),
);
