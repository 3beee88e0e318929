import { type Clause, clausesOf } from "./clauses.js";
import { isNegated } from "./phrases.js";
import { type PhraseIndex, phraseIndex, placesIn, type Worded } from "./places.js";
import { withoutQuotations } from "./quotations.js";
import { sentencesOf, wordsOf } from "./words.js";

/** A phrase that speaks of a value. */
interface Entry extends Worded {
  slot: string;
  value: string;
  /** Whether the phrase itself says no: `nut-free`, `you don't drink`. */
  denies: boolean;
  /** Whether it speaks to the person by itself: `somebody else holds your keys`. */
  addressed: boolean;
}

/** Phrases that speak of values, ready to be looked for. */
export type Lexicon = PhraseIndex<Entry>;

/**
 * A lexicon of phrases, each for a value of a slot; `denies` where a phrase says no without a word for it (`the white
 * tablet makes you bruise`). Phrases without a word in them are left out.
 */
export function lexiconFrom(
  phrases: Iterable<{ slot: string; value: string; phrase: string; denies?: boolean }>,
): Lexicon {
  return phraseIndex(
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
  const places = placesIn(words, lexicon);
  if (places.length === 0) return [];
  const clauses = clausesOf(sentence, address).flatMap((clause) => clause.words.map(() => clause));
  return places.flatMap(({ at, entries }) => {
    const { mood, past, scope, standing } = clauses[at] as Clause;
    const found = { quote: sentence, mood, past, negated: isNegated(words, at, scope) };
    return entries.map(({ slot, value, denies, addressed }): Claim => {
      return { ...found, slot, value, standing: addressed && address === "you" ? "person" : standing, denies };
    });
  });
}
