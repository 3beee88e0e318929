import type { Item } from "../schema/catalog.js";
import { nameOf, spelled } from "./naming.js";
import { normalised } from "./words.js";

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
