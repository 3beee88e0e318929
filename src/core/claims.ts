import { type Clause, clausesOf } from "./clauses.js";
import { type Names, namesOf, namingsIn } from "./names.js";
import { isNegated } from "./phrases.js";
import { type PhraseIndex, phraseIndex, placesIn, type Worded } from "./places.js";
import { withoutQuotations } from "./quotations.js";
import { sentencesOf, wordsOf } from "./words.js";
import type { SpokenSlot } from "./world.js";

/** A phrase that speaks of a value. */
interface Entry extends Worded {
  slot: string;
  value: string;
  /** Whether the phrase itself says no: `nut-free`, `you don't drink`. */
  denies: boolean;
  /** Whether it speaks to the person by itself: `somebody else holds your keys`. */
  addressed: boolean;
}

/** What speaks of values, ready to be looked for: phrases, and the values' own names. */
export interface Lexicon {
  phrases: PhraseIndex<Entry>;
  names: Names;
}

/**
 * A lexicon of phrases, each for a value of a slot; `denies` where a phrase says no without a word for it (`the white
 * tablet makes you bruise`). Phrases without a word in them are left out. Values of `slots` are known by their names, too; `told` are those that people have facts on.
 */
export function lexiconFrom(
  phrases: Iterable<{ slot: string; value: string; phrase: string; denies?: boolean }>,
  slots: Iterable<SpokenSlot> = [],
  told: ReadonlySet<string> = new Set(),
): Lexicon {
  const entries = phraseIndex(
    [...phrases].map(({ slot, value, phrase, denies = false }): Entry => {
      return {
        slot,
        value,
        words: wordsOf(phrase),
        denies: denies || DENIAL.test(phrase),
        addressed: YOU.test(phrase),
      };
    }),
  );
  return { phrases: entries, names: namesOf(slots, told) };
}

const YOU = /\b(?:you|your|yours)\b/i;
const DENIAL = /\b(?:no|not|never|nothing|without|avoid|skip)\b|n't\b|-free\b/i;

/** A place where a text speaks of a value of a slot. */
export interface Claim extends Pick<Clause, "standing" | "mood" | "past"> {
  slot: string;
  value: string;
  /** The sentence it stands in. */
  quote: string;
  negated: boolean;
  denies: boolean;
}

/** Whether a claim says something of the person, as a statement. */
export const isOfPerson = ({ standing, mood }: Claim) => standing === "person" && mood === "said";

/** Whether a claim brings something of the person up, stated or asked. */
export const isAboutPerson = (claim: Claim) =>
  isOfPerson(claim) || (claim.standing === "person" && claim.mood === "asked");

/** Who speaks of whom: in a talk the person is `you`, in the person's own letter `I`. */
type Address = "you" | "I";

/**
 * Every value a text speaks of, by the phrases of the lexicon, longest first, whole words only, each judged in the
 * clause it stands in. `masked` are stretches that describe an item, not the person; they are left out. It cannot see
 * paraphrases that the lexicon has not, nor tell a homonym (a flat fee, the sales promotion).
 */
export function claimsIn(
  text: string,
  lexicon: Lexicon,
  masked: readonly string[] = [],
  address: Address = "you",
): Claim[] {
  const plain = masked.reduce((rest, piece) => (piece === "" ? rest : rest.replaceAll(piece, " … ")), text);
  const own = address === "you" ? withoutQuotations(plain) : plain;
  return sentencesOf(own).flatMap((sentence) => claimsInSentence(sentence, lexicon, address));
}

function claimsInSentence(sentence: string, lexicon: Lexicon, address: Address): Claim[] {
  const words = wordsOf(sentence);
  const places = placesIn(words, lexicon.phrases);
  if (places.length === 0 && lexicon.names.size === 0) return [];
  const parts = clausesOf(sentence, address);
  const clauses = parts.flatMap((clause) => clause.words.map(() => clause));
  const said = (at: number) => {
    const { mood, past, scope, standing, denied } = clauses[at] as Clause;
    return { quote: sentence, mood, past, standing, negated: isNegated(words, at, scope) !== denied };
  };
  const covered = new Set(
    places.flatMap(({ at, entries: [{ words: phrase }] }) => phrase.map((_, index) => at + index)),
  );
  const inPhrases = places.flatMap(({ at, entries }) =>
    entries.map(({ slot, value, denies, addressed }): Claim => {
      const found = said(at);
      return { ...found, slot, value, standing: addressed && address === "you" ? "person" : found.standing, denies };
    }),
  );
  return [...inPhrases, ...claimsByName(parts, said, lexicon, address, covered)];
}

/** Claims by the names of values, in clauses about the person, of words that are in no phrase. */
function claimsByName(
  clauses: readonly Clause[],
  said: (at: number) => Omit<Claim, "slot" | "value" | "denies">,
  { names }: Lexicon,
  address: Address,
  covered: ReadonlySet<number>,
): Claim[] {
  if (names.size === 0) return [];
  let start = 0;
  return clauses.flatMap(({ words, standing }) => {
    const from = start;
    start += words.length;
    if (standing !== "person") return [];
    return namingsIn(words, names, address)
      .filter(({ at }) => !covered.has(from + at))
      .map(({ slot, value, at, shuns }) => ({ ...said(from + at), slot, value, denies: shuns }));
  });
}
