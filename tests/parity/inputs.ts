import type { Draws } from "../../src/core/draws.js";

/** Words and marks that tokenizers treat in different ways. */
const PIECES = [
  ...[
    "the",
    "The",
    "a",
    "to",
    "of",
    "and",
    "cat",
    "cats",
    "walked",
    "walking",
    "happily",
    "enjoys",
    "relational",
    "dying",
  ],
  ...[
    "river",
    "river.",
    "(river)",
    "gluten-free",
    "don't",
    "3,500",
    "3.",
    ".5",
    "1-2",
    "4-",
    "$5",
    "50%",
    "e.g.",
    "a.b",
  ],
  ...[
    "&amp;",
    "&quot;hi&quot;",
    "&lt;b&gt;",
    "<skipped>",
    '"no"',
    "what?!",
    "...",
    "-",
    "—",
    "café",
    "naïve",
    "ÄRGER",
    "straße",
  ],
  ...[
    "東京",
    "привет",
    "😀",
    "½",
    "x²",
    "€3",
    "№5",
    "¿qué?",
    "under_score",
    "a/b",
    "[1]",
    "{x}",
    "~5",
    "c++",
    "@me",
    "#tag",
  ],
];
const SPACES = [" ", " ", " ", " ", " ", " ", "  ", "\n", "\t", "-\n"];

/** A whole number from `least` to `most`. */
export const whole = (draws: Draws, least: number, most: number) =>
  Math.floor(draws.within("whole", [least, most + 1]));

/** As many values as drawn from a range, each made anew. */
export function listOf<T>(draws: Draws, [least, most]: readonly [number, number], make: (place: number) => T): T[] {
  return Array.from({ length: whole(draws, least, most) }, (_, place) => make(place));
}

/** A text of up to 25 pieces, sometimes empty, sometimes of several lines. */
export function textOf(draws: Draws): string {
  return listOf(draws, [0, 25], () => draws.pick("piece", PIECES) + draws.pick("space", SPACES)).join("");
}

/** A text with much of another's in it: pieces dropped, swapped and put in. */
export function rewritten(draws: Draws, text: string): string {
  const kept = text.split(/(?<=\s)/).filter(() => draws.chance("kept", 0.8));
  return kept
    .flatMap((piece) => (draws.chance("new", 0.15) ? [`${draws.pick("piece", PIECES)} `, piece] : [piece]))
    .join(draws.chance("joined", 0.1) ? " " : "");
}

const STEMS = [
  "happ",
  "relat",
  "control",
  "fizz",
  "enjo",
  "hop",
  "plaster",
  "tr",
  "fl",
  "agre",
  "oper",
  "geo",
  "car",
  "sens",
  "y",
  "say",
];
const SUFFIXES = (
  "s es ies ss ed ied eed ing ying y ly ational tional enci anci izer bli alli ally entli eli ousli ization ation ator alism " +
  "iveness fulness ousness aliti iviti biliti fulli fully logi logy icate ative alize iciti ical ful ness al ance ence er ic able " +
  "ible ant ement ment ent ion sion tion ou ism ate iti ous ive ize e l ll"
).split(" ");

/** A word of a stem and one to three suffixes, most of them no English. */
export function wordOf(draws: Draws): string {
  return draws.pick("stem", STEMS) + listOf(draws, [1, 3], () => draws.pick("suffix", SUFFIXES)).join("");
}
