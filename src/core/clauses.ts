import { wordsOf } from "./words.js";

/** A part of a sentence with a subject of its own, and how what it says is meant. */
export interface Clause {
  words: readonly string[];
  /** Of whom it speaks: the person, somebody else, some thing; `open` in a fragment that names nobody. */
  standing: "person" | "other" | "thing" | "open";
  /** `unknown`: it says that something is not known; `set-aside`: that something has no part in the matter. */
  mood: "said" | "asked" | "supposed" | "unknown" | "set-aside";
  /** Said of what was before: `you used to`, `no longer`. */
  past: boolean;
  /** The index in the sentence of the first word that a negation here can reach back to. */
  scope: number;
  /** The whole of it is denied from outside: `it isn't true that you…`. */
  denied: boolean;
}

/**
 * The clauses of a sentence, by its punctuation and conjunctions. One without a subject of its own goes on with the one
 * before: its subject, and what was denied there. Rules for English, not a parser.
 */
export function clausesOf(sentence: string, address: "you" | "I"): Clause[] {
  const person = PERSON[address];
  const asked = sentence.trimEnd().endsWith("?");
  const aside = SET_ASIDE.test(sentence) && DEPENDENT.test(sentence);
  const clauses: Clause[] = [];
  let read = 0;
  for (const text of sentence.split(BOUNDARY)) {
    const words = wordsOf(text);
    const before = clauses.at(-1);
    const own = OTHERS.test(text) || person.test(text) || SUBJECT.test(text);
    const mood = aside && person.test(text) ? "set-aside" : moodOf(text, asked && !REASON.test(text));
    const depends = DENIED.exec(text);
    const dependent = depends && read + wordsOf(text.slice(0, depends.index + depends[0].length)).length;
    clauses.push({
      words,
      standing: own ? standingOf(text, person) : (before?.standing ?? "open"),
      mood: own || mood !== "said" ? mood : (before?.mood ?? mood),
      past: PAST.test(text) || BELIEVED.test(text),
      scope: dependent ?? (own ? read : (before?.scope ?? 0)),
      denied: dependent !== null && !FACTIVE.test(text),
    });
    read += words.length;
  }
  return clauses;
}

function standingOf(text: string, person: RegExp): Clause["standing"] {
  if (OTHERS.test(text)) return "other";
  return person.test(text) && !THEY.test(text) ? "person" : "thing";
}

function moodOf(text: string, asked: boolean): Clause["mood"] {
  if (UNKNOWN.test(text)) return "unknown";
  if (SUPPOSED.test(text)) return "supposed";
  return asked ? "asked" : "said";
}

// Not from within blanks: where there are many, each would be looked at from each of its places.
const BOUNDARY =
  /(?<=[,;:–—])\s+|(?<!\s|\bas)\s+(?=(?:but|while|whereas|because|though|although|whether|if|which|who)\b)|(?<!\s)\s+(?=(?:and|so) (?:you|your|yours|i|it|he|she|they|the|my)\b)/iu;

const PERSON = { you: /\b(?:you|your|yours|yourself)\b/i, I: /\b(?:i|my|me|mine|myself)\b/i };

const SUBJECT =
  /^(?:(?:and|but|so|then|now|as|since|because|while|that|is|are|was|were|do|does|did|can|could|would|will|should|has|have|had)\s+)*(?:you|yours?|i|we|it|its|he|she|they|there|this|that|these|those|the|an?|my|our|his|her|their|some|many|most|people|one|nobody|somebody)\b/i;

const KIN =
  "friend|sister|brother|mother|father|mum|dad|wife|husband|partner|son|daughter|child|children|kids?|aunt|uncle|cousin|colleague|boss|neighbours?|guests?|flatmate|landlord|doctor";
const OTHERS = new RegExp(
  `\\b(?:(?:some|other|most|many|few|all) (?:people|guests|readers|clients)|others|someone|somebody|anyone|anybody|everyone|everybody|nobody|no one|people|he|she|him|his|her|hers|an? (?:guest|friend|neighbour|visitor|reader|client|patient)|guests|(?:your|my|the|our) (?:[\\p{L}]+ )?(?:${KIN}))\\b`,
  "iu",
);
/** What `they` do, they do to the person, too: `they lend you a tablet`. */
const THEY =
  /^(?:(?:and|but|so|then|now)\s+)*(?:they|we|it|i)\b(?!.*\b(?:that|because|since) you\b)(?=.*\b(?:lend|give|bring|serve|send|show|offer|get)s?\b)/i;

const REASON = /^(?:since|as|because|given|seeing|knowing|considering|bearing)\b/i;
const SUPPOSED = /\b(?:if|unless|suppose|supposing|imagine|in case|whether|were you|should you|had you)\b/i;
const UNKNOWN =
  /\b(?:don't|do not|can't|cannot|couldn't|could not) (?:know|say|tell|recall|remember)\b|\b(?:told|said|mentioned|heard)\b(?: \w+){0,3} (?:no|nothing|not a word)\b|\bknow (?:no|nothing)\b|\bnever (?:said|told|mentioned)\b|\b(?:haven't|have not|hasn't) (?:said|told|mentioned|come up)\b|\bno (?:idea|record|word)\b/i;
const PAST =
  /\b(?:used to|no longer|not any more|anymore|previously|formerly|back then|before that|at first|once were|had been|rather than|instead of|changed from|until recently)\b/i;

/** Words that say of what stands beside them that it counts, here turned round: `doesn't come into it`, `nothing to do with`. */
const COUNTS =
  "matters?|difference|consider(?:ed|ing)?|relevan(?:t|ce)|bearing|part in|role|comes? into|to do with|affects?|changes? (?:anything|nothing|a thing)|weighs?|importan(?:t|ce)|take (?:it )?into account";
const SET_ASIDE = new RegExp(
  `\\b(?:no|not|nothing|neither|never|hardly|\\w+n't)(?: \\w+){0,3} (?:${COUNTS})\\b|\\b(?:irrelevant|immaterial|regardless of|irrespective of|leaving aside|set(?:ting)? aside)\\b`,
  "iu",
);
/** The clause that is set aside depends on the one that does so: `that you…`, `whether or not you…`. */
const DEPENDENT = /\b(?:that|whether|whether or not|how) (?:you|your|i|my)\b/i;
/** What one once took to be so: `I still had it down that…`, `I'd have said…`. */
const BELIEVED =
  /\b(?:i|my notes?) (?:still |once |wrongly )*(?:had|thought|believed|assumed|supposed|took|(?:would|'d) have (?:said|thought))\b|\bi'd have (?:said|thought)\b|\b(?:old|earlier|former|outdated) (?:note|entry|record|information)\b/i;
/**
 * A negated main clause denies the clause that depends on it (`I'm not assuming that you…`), unless its verb presupposes
 * it (`I haven't forgotten that you…`): Kiparsky and Kiparsky 1970, Fact.
 */
const DENIED =
  /\b(?:no|not|never|hardly|cannot|\w+n['’]t)(?: \w+){0,3} (?:that|as though|as if|like) (?=(?:you|your|i|my)\b)/i;
const FACTIVE =
  /\b(?:forg[eo]t\w*|overlook\w*|ignor\w*|miss(?:ed|ing)?|los[et]|mind|regret\w*|doubt\w*|surpris\w*|only)\b/i;
