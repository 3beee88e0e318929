import { type PhraseIndex, phraseIndex, placesIn, type Worded } from "./places.js";
import { porterStem } from "./porter.js";
import { wordsOf } from "./words.js";
import type { SpokenSlot } from "./world.js";

/** A value called by its own name, without the endings of plurals: `video`, `science fiction`. */
interface Name extends Worded {
  slot: string;
  value: string;
  /** The name alone does not say of which slot it speaks: `balanced`, or a degree such as `low`. */
  vague: boolean;
  /** Words by which the slot is spoken of: `budget`, `spend`. */
  topics: ReadonlySet<string>;
  /** What is said of the slot is what the person must not have. */
  shunned: boolean;
}

/** The values of slots by their names, ready to be looked for. */
export type Names = PhraseIndex<Name>;

/** Words of one letter name nothing by themselves (blood group A), and `none` and `any` name no value. */
const NAMELESS = /^(?:.|none|any|missing|full|no)$/;

/**
 * The names of all values. A name that two slots share, one of a degree on a scale, and one of a slot that nobody has a
 * fact on, counts only beside a word of its slot; what is no word of its own counts never.
 */
export function namesOf(slots: Iterable<SpokenSlot>, told: ReadonlySet<string>): Names {
  const all = [...slots].flatMap((slot) =>
    Object.keys(slot.values)
      .filter((value) => !NAMELESS.test(value))
      .map((value) => ({ slot, value, words: stemsOf(value.replaceAll("-", " ")) })),
  );
  const owners = Map.groupBy(all, ({ words }) => words.join(" "));
  return phraseIndex(
    all.map(({ slot: { id, cues, type }, value, words }): Name => {
      const vague = !told.has(id) || type === "ordinal" || (owners.get(words.join(" "))?.length ?? 0) > 1;
      const topics = new Set([id, ...cues.filter((cue) => !cue.includes(" "))].flatMap(stemsOf));
      return { slot: id, value, words, vague, topics, shunned: type === "set" };
    }),
  );
}

/** A value named in a clause, at the index of its first word. */
interface Naming extends Pick<Name, "slot" | "value"> {
  at: number;
  /** The clause says of the value that the person must not have it. */
  shuns: boolean;
}

/**
 * The values that a clause calls by their names as the person's own: after a verb of being, having, liking or doing whose
 * subject is the person (`you prefer videos`), before `for you`, or beside a word of the slot (`your tone is formal`).
 * What somebody could or should do says nothing of them. Hyphened words are read as several.
 */
export function namingsIn(words: readonly string[], names: Names, address: "you" | "I"): Naming[] {
  const parts = words.flatMap((word, at) => word.split("-").map((part) => ({ part, stem: stemOf(part), at })));
  const stems = parts.map(({ stem }) => stem);
  const shuns = words.some((word) => SHUNNING.test(word));
  return placesIn(stems, names).flatMap(({ at: place, entries }) => {
    const before = `${wordsBetween(parts, 0, place)} `;
    const after = wordsBetween(parts, place + entries[0].words.length);
    if (OFFERED[address].test(before)) return [];
    const stated = PREDICATED[address].test(before) || SUITED[address].test(after);
    return entries.flatMap(({ slot, value, vague, topics, shunned, words: { length } }) => {
      const topical = stems.some((stem, index) => (index < place || index >= place + length) && topics.has(stem));
      if (!(topical || (stated && !vague)) || (shunned && !shuns)) return [];
      return [{ slot, value, at: parts[place]?.at ?? 0, shuns: shunned }];
    });
  });
}

const wordsBetween = (parts: readonly { part: string }[], from: number, to?: number) =>
  parts
    .slice(from, to)
    .map(({ part }) => part)
    .join(" ");

/** Stems shorter than this mix words up: `lively` and `live`. */
const SURE = 5;

/** The stem of a word; where that is short, the word without the ending of a plural. */
function stemOf(word: string): string {
  const stem = porterStem(word);
  return stem.length < SURE ? singular(word) : stem;
}

/** A word without the ending of a plural. Source: Harman 1991, How effective is suffixing?, the S-stemmer. */
function singular(word: string): string {
  if (/(?<![ea])ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(?<![aeo])es$/.test(word)) return word.slice(0, -1);
  return /[^us]s$/.test(word) ? word.slice(0, -1) : word;
}

const stemsOf = (text: string) => wordsOf(text).map(stemOf);

const SHUNNING = /^(?:allerg\w*|intoleran\w*|avoid\w*|abstain\w*|without|never|no|not|cannot|\w+n't)$|-free$/;

const ADVERBS = "(?:(?:\\w+ly|always|never|often|still|now|also|only|just|don't|can't|cannot|do|not|would|rather) )*";
const HAVING =
  "have|like|love|enjoy|prefer|favour|want|need|use|play|drink|eat|follow|avoid|keep|own|read|tolerate|take|write|speak";
const BEING = "(?:are|am|be|live|work|go|travel|come|get)";
const PLACED = "(?:(?:in|on|at|by|with|from|into|as|of) )?";
/** Up to three words that may stand before a noun: no preposition, and no possessive (`your own thoughts`). */
const DESCRIBED =
  "(?:(?!(?:in|on|at|by|with|from|into|to|of|for|about|and|your|my|their|his|her|its|that|these|those|them) )[\\w']+ ){0,3}$";
const predicate = (subject: string, contracted: string) =>
  new RegExp(
    `\\b(?:(?:${contracted}|${subject} ${ADVERBS}${BEING}) ${ADVERBS}(?:\\w+ )?${PLACED}|${subject} ${ADVERBS}(?:${HAVING}) (?:to |\\w+ing (?:to )?)?)${DESCRIBED}`,
  );
/** The words before a name, where it is what the person is, has, likes or does. */
const PREDICATED = { you: predicate("(?:you|you'd|you've)", "you're"), I: predicate("(?:i|i'd|i've)", "i'm") };
/** The words after a name that is said to suit the person. */
const SUITED = { you: /\b(?:for|suits?) you\b/, I: /\b(?:for|suits?) me\b/ };
/** What the person could do is no more than offered. */
const OFFERED = {
  you: /\b(?:you|you'll) (?:could|can|may|might|should|will|must)\b(?!')|\byou'll\b/,
  I: /\bi (?:could|might|should)\b(?!')/,
};
