import { normalised, sentencesOf } from "../../core/words.js";
import { contentOf } from "./content.js";
import { DOES, HERS } from "./thirdPerson.js";

/** Where one is spoken of as he or she with no name, and where a guest's wish is told as theirs. */
const PRONOUN = new RegExp(
  `(?:^|[.!?;:,–—]\\s+|\\b(?:and|but|so|since|because|as)\\s+)(?:she|he)(?:'(?:s|d|ll)| ${DOES})\\b` +
    `|\\b(?:her|his) ${HERS}\\b` +
    "|(?:^|[.!?;,–—]\\s+)they(?:'d| would) (?:like|prefer) (?:an? (?:table|place|room|appointment)|somewhere|something|to)\\b",
  "mu",
);

/** Words for people, of whom a pronoun may speak. */
const PEOPLE = new RegExp(
  `\\b(?:${[
    "(?:grand|step|god|half-)?(?:mother|father|son|daughter|brother|sister|child|parent)s?(?:-in-law)?|(?:grand|god)?children",
    "mum|mom|mummy|dad|daddy|gran(?:ny|dma|dpa|d?ad)?|nan|aunt(?:ie|y)?|uncle|cousin|niece|nephew|twin|sibling|famil(?:y|ies)|kin",
    "wife|husband|partner|fianc[ée]e?|girlfriend|boyfriend|spouse|ex|date|friend|mate|pal|buddy|guest|visitor|flatmate|roommate|neighbour|neighbor",
    "kid|baby|toddler|teenager|boy|girl|man|men|woman|women|guy|lady|gentleman|bloke|(?<!\\b(?:one|two|three|four|five|six|\\d+) )(?:person|people)|someone|somebody|everyone|nobody",
    "colleague|coworker|co-worker|boss|chief|manager|supervisor|lead|director|client|customer|patient|student|pupil|tenant|landlord|landlady|owner",
    "doctor|dr|gp|nurse|midwife|dentist|therapist|pharmacist|surgeon|vet|lawyer|solicitor|judge|adviser|advisor|accountant|agent|broker",
    "teacher|tutor|professor|prof|coach|trainer|author|writer|editor|chef|cook|waiter|waitress|barista|host|hostess|driver|guide|receptionist",
    "engineer|developer|reviewer|programmer|plumber|electrician|builder|officer|clerk|assistant|staff|team|crew|mr|mrs|ms|miss|sir|madam",
    "character|hero|heroine|protagonist|narrator|villain",
    "dog|puppy|cat|kitten|horse|pet",
  ].join("|")})(?:'s|s|es)?\\b`,
  "u",
);

/** Whether a turn tells of a person who was never mentioned: then it is the one who should be speaking. */
export function speaksOfNobodyElse(
  text: string,
  before: readonly string[],
  heard: readonly string[],
  names: readonly string[],
): boolean {
  const said: string[] = [];
  for (const sentence of sentencesOf(text)) {
    const found = PRONOUN.exec(normalised(sentence));
    if (found) {
      const earlier = [...before, ...said, sentence.slice(0, found.index)];
      return !(
        [...earlier, ...heard, sentence].some((one) => PEOPLE.test(normalised(one))) ||
        heard.some((one) => MENTIONED.test(one)) ||
        earlier.some((one) => namesSomebody(one, names))
      );
    }
    said.push(sentence);
  }
  return false;
}

/** An assistant that names somebody, or speaks of them itself. Capitals alone are mostly places. */
const MENTIONED =
  /\b(?:[Ss]he|[Hh]e|him|hers)\b|\b(?:[Aa]sk for|[Cc]all|[Ss]ee|[Mm]eet|[Cc]ontact|[Ww]ith|[Nn]amed|[Cc]alled) \p{Lu}\p{Ll}+/u;

/** A word with a capital that is no place or day: not after a preposition of those; at the beginning, where it does something. */
function namesSomebody(text: string, own: readonly string[]): boolean {
  const mine = new Set(own.flatMap((name) => name.split(" ")));
  const inside = [...text.matchAll(/(\p{L}+) (\p{Lu}\p{Ll}+)/gu)].filter(([, lead]) => !PLACING.test(lead as string));
  const first = sentencesOf(text).flatMap((sentence) => {
    const [, word = "", verb = ""] = /^(\p{Lu}\p{Ll}+),? (\p{Ll}+)/u.exec(sentence) ?? [];
    return DOING.test(verb) && contentOf(word).length > 0 ? [word] : [];
  });
  return [...inside.map(([, , word]) => word as string), ...first].some((word) => !mine.has(word));
}

const PLACING = /^(?:in|at|on|near|to|from|the|by|until|till|since|of|for|next|this|before|after)$/i;
const DOING = new RegExp(`^(?:${DOES}|\\p{Ll}{2,}s)$`, "u");
