import { wordsOf } from "../../core/words.js";

/** Words that carry no matter of their own. */
const LITTLE = new Set(
  (
    "a an the and or but so if then than that this these those there here it its it's he she they them we us our you your i i'm i'd " +
    "i've i'll me my mine his her their is am are was were be been being do does did done have has had having will would shall " +
    "should can could may might must not no yes nor to of in on at by for with from as into about over under up down out off what " +
    "which who whom whose how when where why all any some each every more most other such only just really very quite too also " +
    "please thanks thank ok okay well oh hm hi hello like get got let let's one said say again still now un much many bit don't " +
    "doesn't didn't won't can't isn't aren't wasn't that's there's what's he's she's you're they're we're wants want need needs"
  ).split(" "),
);

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const UNITS = new Set("minut hour day week month year euro dollar pound time".split(" "));

/** The words of a text that carry its matter, in a form that forgives endings and ways to write a number. */
export function contentOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !LITTLE.has(word))
    .map(plain);
}

/** Whether a content word tells much by itself: no small number, and no unit. */
export const isTelling = (word: string) => !UNITS.has(word) && !(Number(word) <= 12);

function plain(word: string): string {
  const number = NUMBERS.indexOf(word);
  if (number >= 0) return String(number);
  const [, digits, thousands] = /^(\d[\d.,]*)(k?)$/.exec(word) ?? [];
  if (digits !== undefined) return digits.replace(/[.,](?=\d{3}\b)/g, "") + (thousands ? "000" : "");
  return stem(word);
}

/** Endings off, as far as that leaves something; long words by their beginning (dyslexia, dyslexic). */
function stem(word: string): string {
  const bare = word.replace(/'s$/, "").replace(/(?:ings?|edly|ed|ies|es|s|e|y|ly)$/, "");
  const kept = bare.length >= 2 ? bare : word;
  return kept.length > 7 ? kept.slice(0, 6) : kept;
}
