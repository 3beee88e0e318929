/** A suffix, what takes its place, and what the rest of the word must be like. */
type Rule = readonly [suffix: string, replacement: string, fits?: (stem: string) => boolean];

/** Words whose stems the rules get wrong. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ...["sky", "skies"].map((word) => [word, "sky"] as const),
  ...["innings", "inning"].map((word) => [word, "inning"] as const),
  ...["outings", "outing"].map((word) => [word, "outing"] as const),
  ...["cannings", "canning"].map((word) => [word, "canning"] as const),
  ...["news", "howe", "proceed", "exceed", "succeed"].map((word) => [word, word] as const),
  ...["dying", "lying", "tying"].map((word) => [word, `${word[0]}ie`] as const),
]);

/**
 * The stem of a word in lower case: "caresses" → "caress", "happy" → "happi", "enjoyed" → "enjoy".
 * Source: Porter 1980, An algorithm for suffix stripping, Program 14(3), 130–137, with the changes of NLTK's
 * `PorterStemmer` (its default mode), for that is what `rouge_score` stems with. The npm packages of Porter's algorithm have
 * Martin Porter's own changes instead, and other stems for words such as "enjoy" or "carefully".
 */
export function porterStem(word: string): string {
  if (word.length <= 2) return word;
  return IRREGULAR.get(word) ?? STEPS.reduce((stem, step) => step(stem), word);
}

/** The word's letters as consonants (c) and vowels (v): "y" is a vowel after a consonant. */
function shapeOf(word: string): string {
  let shape = "";
  for (const letter of word) shape += "aeiou".includes(letter) || (letter === "y" && shape.endsWith("c")) ? "v" : "c";
  return shape;
}

/** Porter's m: how often consonants follow on vowels. */
const measure = (stem: string) => shapeOf(stem).split("vc").length - 1;
const positive = (stem: string) => measure(stem) > 0;
const long = (stem: string) => measure(stem) > 1;
const hasVowel = (stem: string) => shapeOf(stem).includes("v");
const endsDouble = (stem: string) => stem.length >= 2 && stem.at(-1) === stem.at(-2) && shapeOf(stem).endsWith("c");
const endsShort = (stem: string) => (shapeOf(stem).endsWith("cvc") && !/[wxy]$/.test(stem)) || shapeOf(stem) === "vc";

/** The word after the first rule whose suffix it has, if the rest fits; no later rule is tried. */
function apply(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix));
  if (!rule) return word;
  const [suffix, replacement, fits = () => true] = rule;
  const stem = word.slice(0, word.length - suffix.length);
  return fits(stem) ? stem + replacement : word;
}

const pairs = (text: string, fits: (stem: string) => boolean): Rule[] =>
  text.split(" ").map((pair) => {
    const [suffix = "", replacement = ""] = pair.split(">");
    return [suffix, replacement, fits];
  });

function plural(word: string): string {
  if (word.length === 4 && word.endsWith("ies")) return word.slice(0, -1);
  return apply(word, [
    ["sses", "ss"],
    ["ies", "i"],
    ["ss", "ss"],
    ["s", ""],
  ]);
}

function pastOrGerund(word: string): string {
  if (word.endsWith("ied")) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith("eed")) return apply(word, [["eed", "ee", positive]]);
  const suffix = ["ed", "ing"].find((one) => word.endsWith(one) && hasVowel(word.slice(0, -one.length)));
  if (!suffix) return word;
  const stem = word.slice(0, -suffix.length);
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (endsDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

const finalY = (word: string) => apply(word, [["y", "i", (stem) => stem.length > 1 && shapeOf(stem).endsWith("c")]]);

const DOUBLE_SUFFIXES: readonly Rule[] = [
  ...pairs("ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous", positive),
  ...pairs("ization>ize ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous", positive),
  ...pairs("aliti>al iviti>ive biliti>ble fulli>ful", positive),
  ["logi", "log", (stem) => positive(`${stem}l`)],
];

function doubleSuffix(word: string): string {
  const before = word.slice(0, -"alli".length);
  return word.endsWith("alli") && positive(before) ? doubleSuffix(`${before}al`) : apply(word, DOUBLE_SUFFIXES);
}

const THIRD = pairs("icate>ic ative> alize>al iciti>ic ical>ic ful> ness>", positive);

const FOURTH: readonly Rule[] = [
  ...pairs("al> ance> ence> er> ic> able> ible> ant> ement> ment> ent>", long),
  ["ion", "", (stem) => long(stem) && /[st]$/.test(stem)],
  ...pairs("ou> ism> ate> iti> ous> ive> ize>", long),
];

const finalE = (word: string) => apply(word, [["e", "", (stem) => long(stem) || (positive(stem) && !endsShort(stem))]]);
const doubleL = (word: string) => apply(word, [["ll", "l", (stem) => long(`${stem}l`)]]);

const STEPS: readonly ((word: string) => string)[] = [
  ...[plural, pastOrGerund, finalY, doubleSuffix],
  ...[(word: string) => apply(word, THIRD), (word: string) => apply(word, FOURTH)],
  ...[finalE, doubleL],
];
