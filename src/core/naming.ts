import { distance } from "fastest-levenshtein";
import type { Item } from "../schema/catalog.js";
import { itemTexts } from "./itemTexts.js";
import { remembered } from "./remembered.js";
import { normalised, wordsOf } from "./words.js";

/** How an item is named in a talk: without its article, hyphens as spaces. */
export const nameOf = remembered(({ name }: Item) => wordsOf(spelled(name).replace(/^(?:the|an?) /, "")));

/** A text as names are looked for in it: normalised, without possessives and hyphens. */
export const spelled = (text: string) =>
  normalised(text)
    .replace(/'s\b/g, "")
    .replaceAll("&", " and ")
    .replace(/(?<=\p{L})-(?=\p{L})/gu, " ");

/** Names of so many letters are known by one wrong one, too. */
const LONG = 10;

/** Where a name stands in a list of words: the indices of its first word, letter for letter or with one slip. */
export function placesOfName(words: readonly string[], name: readonly string[]): number[] {
  const whole = name.join(" ");
  const [first = ""] = name;
  const near = whole.length >= LONG ? 1 : 0;
  return words.flatMap((word, at) => {
    if (word[0] !== first[0]) return [];
    const said = words.slice(at, at + name.length).join(" ");
    if (Math.abs(said.length - whole.length) > near) return [];
    return said === whole || (near > 0 && distance(said, whole) <= near) ? [at] : [];
  });
}

/**
 * A text in which every part of a proper name that can mean one option only stands as the whole name: `the Glasshouse`. A
 * part is written with capitals, not only because a sentence begins, and has a word that no other option's texts have. Whole
 * names stay, without the colons and commas in them.
 */
export function withWholeNames(text: string, options: readonly Item[]): string {
  return text
    .split(wholeNames(options))
    .map((piece, at) => (at % 2 === 1 ? piece.replace(STOPS, " ") : withPartsNamed(piece, at === 0, options)))
    .join("");
}

const wholeNames = remembered((options: readonly Item[]) => {
  const longestFirst = options.map(({ name }) => name).sort((one, other) => other.length - one.length);
  return new RegExp(
    `(${longestFirst.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|") || "(?!)"})`,
    "iu",
  );
});

function withPartsNamed(piece: string, begins: boolean, options: readonly Item[]): string {
  const parts = properParts(options);
  return piece.replace(CAPITALS, (run: string, at: number) => {
    const words = run.split(" ").map((word) => word.replace(/['’]s$/, ""));
    const [item, other] = new Set(words.flatMap((word) => parts.get(word) ?? []));
    if (!item || other || words.some((word) => !item.name.includes(word))) return run;
    const opens = words.length === 1 && (begins || at > 0) && OPENING.test(piece.slice(0, at));
    return opens ? run : item.name.replace(STOPS, " ");
  });
}

const STOPS = /[,;:.!?–—]\s*/g;
const CAPITALS = /\p{Lu}[\p{L}\p{M}'’]*(?: \p{Lu}[\p{L}\p{M}'’]*)*/gu;
/** What stands before the first word of a sentence. */
const OPENING = /(?:^|[.!?…\n"“*#|]\s*|[-–—]\s+)$/;

/** Words with capitals in the name of one option that stand in no text of another, by what they mean. */
const properParts = remembered((options: readonly Item[]): ReadonlyMap<string, Item> => {
  const texts = options.map((item) => new Set([item.name, ...itemTexts(item)].flatMap(wordsOf)));
  return new Map(
    options.flatMap((item, own) =>
      item.name
        .split(/[\s-]+/)
        .filter((word) => /^\p{Lu}\p{L}{2,}/u.test(word))
        .filter((word) => !texts.some((words, at) => at !== own && words.has(normalised(word))))
        .map((word) => [word, item] as const),
    ),
  );
});
